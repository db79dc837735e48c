"""Celery's entries into the event log."""

from celery import shared_task

from . import purge as purging
from .react import react as run_reaction


@shared_task
def react(event_id: str, reaction: str) -> None:
    """Run one reaction to one event."""
    run_reaction(event_id, reaction)


@shared_task
def purge() -> None:
    """Forget events and idempotency keys that are past their time."""
    purging.purge()
