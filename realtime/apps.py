"""Registers the door of the sockets, with the topics and projections of every app."""

from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig

from . import projections, topics


class RealtimeConfig(AppConfig):
    """The door of the browsers that listen."""

    name = "realtime"
    label = "realtime"

    def ready(self) -> None:
        """Load every file of topics and projections, which need the models to be loaded."""
        for package in (topics, projections):
            for module in iter_modules(package.__path__):
                import_module(f"{package.__name__}.{module.name}")
