"""Celery's entries into scheduling."""

from workshop.celery import app

from . import services


@app.task
def sweep() -> None:
    """Let expire what is due, and note who did not come."""
    services.sweep()
