"""Registers the catalogue with Django."""

from django.apps import AppConfig


class CatalogConfig(AppConfig):
    """The catalogue."""

    name = "workshop.catalog"
    label = "catalog"
