"""Celery's entries into accounts."""

from workshop.celery import app

from . import services


@app.task
def purge() -> None:
    """Tidy up expired tickets, sessions and pairing codes."""
    services.purge()
