"""Vehicles, who owns them and what was done to them."""
