"""Registers vehicles with Django."""

from django.apps import AppConfig


class VehiclesConfig(AppConfig):
    """Vehicles."""

    name = "workshop.vehicles"
    label = "vehicles"
