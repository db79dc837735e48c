"""Celery's entries into notifications."""

from workshop.celery import app

from . import services


@app.task
def send_due() -> None:
    """Send the emails that are due."""
    services.send_due()
