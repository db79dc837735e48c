"""Celery's entries into the live job."""

from workshop.celery import app

from . import services


@app.task
def review_windows() -> None:
    """Tell new ready windows where the work runs over."""
    services.review_windows()
