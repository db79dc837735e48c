"""Registers scheduling with Django."""

from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    """Scheduling."""

    name = "workshop.scheduling"
    label = "scheduling"
