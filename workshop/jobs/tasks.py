"""Celery's entries into the live job."""

from celery import shared_task

from . import services


@shared_task
def review_windows() -> None:
    """Tell new ready windows where the work runs over."""
    services.review_windows()
