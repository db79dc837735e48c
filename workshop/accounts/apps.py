"""Registers accounts with Django and its reactions with the relay."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and the ways in."""

    name = "workshop.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Register the reactions, which need the models to be loaded."""
        import_module("workshop.accounts.reactions")
