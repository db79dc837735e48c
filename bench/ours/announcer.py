"""Tells an event that another process recorded: committed first, then its doorbell rung through Redis."""

import asyncio
import time
from uuid import UUID

from channels.layers import get_channel_layer
from django.db import connection

from workshop.events.doorbell import group, message
from workshop.events.event import Recorded
from workshop.events.models import Event
from workshop.kernel.ids import uuid7

AGAIN = """
WITH head AS (UPDATE events_streamhead SET last = last + 1, relayed = last + 1 WHERE stream = %s RETURNING last)
INSERT INTO events_event
    (id, stream, number, subject, name, data, actor_kind, actor_id, occurred_at, recorded_at)
SELECT %s, stream, head.last, subject, name, data, actor_kind, actor_id, occurred_at, clock_timestamp()
FROM head, events_event WHERE events_event.id = %s
RETURNING number
"""


class Announcer:
    """Records the newest event of a card again and again, each time under the next number of its stream."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._layer = get_channel_layer()
        self._events: dict[UUID, Event] = {}

    def announce(self, job_id: UUID) -> float:
        """Commit the event, then ring; return the perf_counter between the two, as the peer's only rings."""
        event = self._events.get(job_id)
        if event is None:
            event = self._events[job_id] = Event.objects.filter(subject=f"job:{job_id}").latest("number")
        id = uuid7()
        with connection.cursor() as cursor:
            cursor.execute(AGAIN, (event.stream, id, event.id))
            (number,) = cursor.fetchone()
        news = Recorded(
            id=str(id),
            stream=event.stream,
            number=number,
            subject=event.subject,
            name=event.name,
            data=event.data,
            at=event.occurred_at.isoformat(),
            actor_id=str(event.actor_id),
        )
        published_at = time.perf_counter()
        self._runner.run(self._layer.group_send(group(event.stream), message(news)))
        return published_at
