"""What the front desk does: /api/staff."""
