"""What needs no account: /api/public."""
