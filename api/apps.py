"""Registers the API and its start-up check with Django."""

from importlib import import_module

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The HTTP door."""

    name = "api"

    def ready(self) -> None:
        """Refuse to start while a route names no permission; describe the ways of signing in."""
        import_module("api.kit.routes")
        import_module("api.kit.schemes")
