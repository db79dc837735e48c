"""Runs one reaction to one event: its effect and its done row in one transaction, its failures backed off."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from workshop.kernel.clock import real_now

from .log import recorded
from .models import ReactionRun
from .reactions import named
from .relay import MAX_TRIES


def react(event_id: UUID | str, reaction: str) -> bool:
    """Run the reaction unless it was done; return whether it ran now. A failure is kept, backed off and raised."""
    try:
        with transaction.atomic():
            run = (
                ReactionRun.objects.select_for_update(of=("self",), skip_locked=True)
                .select_related("event")
                .filter(event_id=event_id, reaction=reaction, state=ReactionRun.State.OWED)
                .first()
            )
            if run is None:
                return False
            registered = named(reaction)
            if registered is None:
                raise LookupError(f"no reaction is called {reaction}")
            registered.run(recorded(run.event))
            run.state, run.done_at = ReactionRun.State.DONE, real_now()
            run.save(update_fields=["state", "done_at"])
    except Exception as error:
        _failed(event_id, reaction, error)
        raise
    return True


def _failed(event_id: UUID | str, reaction: str, error: Exception) -> None:
    with transaction.atomic():
        run = ReactionRun.objects.select_for_update().get(event_id=event_id, reaction=reaction)
        run.tries += 1
        run.error = f"{type(error).__name__}: {error}"[:2000]
        run.due_at, run.is_handed = real_now() + timedelta(seconds=min(2**run.tries, 600)), False
        if run.tries >= MAX_TRIES:
            run.state = ReactionRun.State.PARKED
        run.save(update_fields=["tries", "error", "due_at", "is_handed", "state"])
