"""Celery's entries into the event log."""

from workshop.celery import app

from . import purge as purging
from .react import react as run_reaction


@app.task
def react(event_id: str, reaction: str) -> None:
    """Run one reaction to one event."""
    run_reaction(event_id, reaction)


@app.task
def purge() -> None:
    """Forget events and idempotency keys that are past their time."""
    purging.purge()
