"""What customers do: /api/customers."""
