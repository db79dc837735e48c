"""Registers service centres with Django."""

from django.apps import AppConfig


class CentersConfig(AppConfig):
    """Service centres."""

    name = "workshop.centers"
    label = "centers"
