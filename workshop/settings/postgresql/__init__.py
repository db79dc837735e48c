"""Django's PostgreSQL backend, with two things done faster."""
