"""Celery's entries into scheduling."""

from workshop.celery import app

from . import services


@app.task
def sweep() -> None:
    """Let expire what is due, and note who did not come."""
    services.sweep()


@app.task
def sweep_waiting() -> None:
    """Offer what is free to who waits, and let expire whose days are over."""
    services.sweep_waiting()
