"""What administrators do: /api/admin."""
