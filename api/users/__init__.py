"""One's own profile, password and notifications: /api/users."""
