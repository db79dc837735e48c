"""Registers service centres with Django and their reactions with the relay."""

from importlib import import_module

from django.apps import AppConfig


class CentersConfig(AppConfig):
    """Service centres."""

    name = "workshop.centers"
    label = "centers"

    def ready(self) -> None:
        """Register the reactions, which need the models to be loaded."""
        import_module("workshop.centers.reactions")
