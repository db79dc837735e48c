"""Registers files with Django."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """What people upload."""

    name = "workshop.files"
    label = "files"
