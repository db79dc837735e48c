"""The relay: turns events into owed reactions, and hands owed reactions to Celery until they are done.

Each step is one transaction, so a killed relay, a wiped broker or a lost worker costs a delay only: what is owed is a
row, and it is handed over again when its lease has passed. Workers that are behind are handed no more than they can do
within a lease: what waits longer in the broker would be handed over twice, and slow down all that comes after it.
"""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from workshop.kernel.clock import real_now

from .models import Event, ReactionRun, StreamHead
from .reactions import names, wanted

BATCH = 200
LEASE = timedelta(seconds=20)
MOST_HANDED = 200
"""A worker does some forty a second."""
MAX_TRIES = 10


def collect() -> int:
    """Write an owed row for every reaction to events not yet seen; return how many streams moved."""
    behind = StreamHead.objects.filter(last__gt=F("relayed")).values_list("stream", flat=True)[:BATCH]
    return sum(_collect(stream) for stream in list(behind))


@transaction.atomic
def _collect(stream: str) -> int:
    head = StreamHead.objects.select_for_update(skip_locked=True).filter(stream=stream).first()
    if head is None:
        return 0
    events = Event.objects.filter(stream=stream, number__gt=head.relayed, name__in=names()).only("id", "name")
    ReactionRun.objects.bulk_create(
        [
            ReactionRun(event=event, reaction=reaction.name)
            for event in events
            for reaction in wanted(event.name)
        ],
        ignore_conflicts=True,
    )
    StreamHead.objects.filter(stream=stream).update(relayed=head.last)
    return 1


def hand_over(publish: Callable[[str, str], None]) -> int:
    """Hand owed and due reactions to `publish(event_id, reaction)` under a lease; return how many.

    The lease is committed first: a worker that is quicker than that would find the row locked and leave it to the
    next lease. An error of `publish` (the broker is away) makes the rest due again; it is raised after that.
    """
    leased = _lease()
    for handed, (_, event_id, reaction) in enumerate(leased):
        try:
            publish(str(event_id), reaction)
        except Exception:  # any broker failure means: later
            rest = ReactionRun.objects.filter(pk__in=[id for id, *_ in leased[handed:]])
            rest.filter(state=ReactionRun.State.OWED).update(due_at=real_now(), is_handed=False)
            raise
    return len(leased)


@transaction.atomic
def _lease() -> list[tuple[int, UUID, str]]:
    """Take what is due and what the workers have room for; return its ids, events and reactions."""
    now = real_now()
    owed = ReactionRun.objects.filter(state=ReactionRun.State.OWED)
    room = MOST_HANDED - owed.filter(is_handed=True, due_at__gt=now).count()
    due = owed.select_for_update(skip_locked=True).filter(due_at__lte=now).order_by("due_at")[: max(room, 0)]
    leased = [(run.id, run.event_id, run.reaction) for run in due]
    ReactionRun.objects.filter(pk__in=[id for id, *_ in leased]).update(due_at=now + LEASE, is_handed=True)
    return leased
