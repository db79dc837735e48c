"""Celery's entries into accounts."""

from celery import shared_task

from . import services


@shared_task
def purge() -> None:
    """Tidy up expired tickets, sessions and pairing codes."""
    services.purge()
