"""Registers notifications with Django and their reactions with the relay."""

from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Notifications."""

    name = "workshop.notifications"
    label = "notifications"

    def ready(self) -> None:
        """Register the reactions, which need the models to be loaded."""
        import_module("workshop.notifications.reactions")
