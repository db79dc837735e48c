"""Recording and reading events."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from workshop.kernel.actor import Actor
from workshop.kernel.clock import now

from . import unit
from .event import DomainEvent, Recorded
from .models import Event, StreamHead

MAX_READ = 2000
"""The most events one reader gets at once; who is further behind fetches the state again."""


def record(event: DomainEvent, *, actor: Actor, at: datetime | None = None, undoable: bool = False) -> None:
    """Add an event to the running command; with `undoable` it carries the rows as they were before."""
    work = unit.required()
    before = work.before if undoable else None
    work.pending.append(unit.Pending(event, actor, at or now(), before))


def heads(streams: Sequence[str]) -> dict[str, int]:
    """Return the last number of each stream; one that never had an event counts as 0."""
    found = dict(StreamHead.objects.filter(stream__in=streams).values_list("stream", "last"))
    return {stream: found.get(stream, 0) for stream in streams}


def since(stream: str, number: int, *, subject: str | None = None) -> list[Recorded] | None:
    """Return the events after `number` in order, all or of one subject; None when they are too old or too many."""
    head = StreamHead.objects.filter(stream=stream).first()
    last, oldest = (head.last, head.oldest) if head else (0, 1)
    if number > last or number + 1 < oldest:
        return None
    if number == last:
        return []
    rows = Event.objects.filter(stream=stream, number__gt=number).order_by("number")
    if subject is not None:
        rows = rows.filter(subject=subject)
    found = [recorded(row) for row in rows[: MAX_READ + 1]]
    return None if len(found) > MAX_READ else found


def who_made(stream: str, subject: str, **things: Any) -> UUID | None:
    """Return who caused the first event of a subject whose data hold these things, as in `job={"version": 3}`."""
    rows = Event.objects.filter(stream=stream, subject=subject, data__contains=things)
    return rows.order_by("number").values_list("actor_id", flat=True).first()


def recorded(row: Event) -> Recorded:
    """Return a stored event as readers get it."""
    return Recorded(
        id=str(row.id),
        stream=row.stream,
        number=row.number,
        subject=row.subject,
        name=row.name,
        data=row.data,
        at=row.occurred_at.isoformat(),
        actor_id=str(row.actor_id) if row.actor_id else None,
    )
