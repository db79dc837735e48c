"""Registers jobs with Django and its reactions with the relay."""

from importlib import import_module

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs."""

    name = "workshop.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Register the reactions, which need the models to be loaded."""
        import_module("workshop.jobs.reactions")
