"""The demo workshop: a realistic centre that lives through a day."""
