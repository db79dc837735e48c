"""What technicians do: /api/technicians."""
