"""What the hub reads of the event log."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection

from workshop.events import log
from workshop.events.event import Recorded
from workshop.events.models import Event

MOVED = """
SELECT known.stream, coalesce(head.last, 0)
  FROM unnest(%s::text[], %s::bigint[]) AS known (stream, last)
  LEFT JOIN events_streamhead head ON head.stream = known.stream
 WHERE coalesce(head.last, 0) <> known.last
"""


def heads(streams: Sequence[str]) -> dict[str, int]:
    """Return the last number of each stream, however many they are, in one query."""
    return moved(dict.fromkeys(streams, -1))


def moved(known: Mapping[str, int]) -> dict[str, int]:
    """Return the last number of those streams whose head is not where it was known to be, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(MOVED, (list(known), list(known.values())))
        return dict(cursor.fetchall())


def beyond(stream: str, number: int) -> tuple[int, list[Recorded] | None]:
    """Return the stream's last number, and what followed `number`; None when it is too old or too much."""
    last = log.heads([stream])[stream]
    return last, log.since(stream, number)


def missed(stream: str, number: int, upto: int, subject: str | None) -> list[Recorded] | None:
    """Return what followed a number, up to another, of one subject or all; None when too old or too much."""
    events = log.since(stream, number, subject=subject)
    return None if events is None else [event for event in events if event.number <= upto]


def window(stream: str, first: int, last: int) -> list[Recorded]:
    """Return the events numbered from `first` to `last` that are still kept, in order."""
    rows = Event.objects.filter(stream=stream, number__gte=first, number__lte=last).order_by("number")
    return [log.recorded(row) for row in rows]


def happened_before(stream: str, number: int, moment: datetime) -> bool:
    """Say whether an event was recorded before a real moment; one that is not kept any more was."""
    id = Event.objects.filter(stream=stream, number=number).values_list("id", flat=True).first()
    return id is None or moment_of(id) < moment


def moment_of(id: UUID) -> datetime:
    """Return the real moment, to the millisecond, at which a UUIDv7 was made (RFC 9562, section 5.7)."""
    return datetime.fromtimestamp((id.int >> 80) / 1000, UTC)
