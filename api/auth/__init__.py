"""Signing in and out: /api/auth."""
