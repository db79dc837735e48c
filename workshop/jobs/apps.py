"""Registers jobs with Django."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs."""

    name = "workshop.jobs"
    label = "jobs"
