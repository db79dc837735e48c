"""Django's PostgreSQL backend, with one thing read faster."""
