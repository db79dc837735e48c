"""Registers scheduling with Django and its reactions with the relay."""

from importlib import import_module

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    """Scheduling."""

    name = "workshop.scheduling"
    label = "scheduling"

    def ready(self) -> None:
        """Register the reactions, which need the models to be loaded."""
        import_module("workshop.scheduling.reactions")
