"""Celery's entries into files."""

from workshop.celery import app

from . import services


@app.task
def sweep() -> None:
    """Forget files that nothing was made of, and bytes that belong to none."""
    services.sweep()
