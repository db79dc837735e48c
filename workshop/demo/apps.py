"""Registers the demo with Django and lets the process follow the demo's clock."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings

from workshop.kernel import clock


class DemoConfig(AppConfig):
    """The demo workshop."""

    name = "workshop.demo"
    label = "demo"

    def ready(self) -> None:
        """Take domain time from the demo's clock, in the demo only; the models must be loaded for that."""
        if settings.DEMO:
            clock.use(import_module("workshop.demo.follower").Follower().rate)
