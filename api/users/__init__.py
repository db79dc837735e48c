"""One's own profile and password: /api/users."""
