"""Registers the event log with Django."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """The event log."""

    name = "workshop.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"
