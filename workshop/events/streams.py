"""Numbering: the stream's head row is locked as the last step, so numbers are gapless and in commit order."""

from collections import defaultdict
from functools import partial

import orjson
from django.db import connection, transaction

from workshop.kernel.ids import uuid7

from . import doorbell
from .event import Recorded
from .reactions import wanted
from .unit import Pending, Unit

APPEND = """
WITH head AS (
    INSERT INTO events_streamhead AS h (stream, last, oldest, relayed) VALUES (%s, %s, 1, 0)
    ON CONFLICT (stream) DO UPDATE SET last = h.last + EXCLUDED.last
    RETURNING h.last
)
INSERT INTO events_event
    (id, stream, number, subject, name, data, before, actor_kind, actor_id, occurred_at, recorded_at)
SELECT e.id, %s, head.last - %s + e.place, e.subject, e.name, e.data, e.before, e.actor_kind, e.actor_id,
       e.occurred_at, clock_timestamp()
FROM head, unnest(%s::uuid[], %s::int[], %s::text[], %s::text[], %s::jsonb[], %s::jsonb[], %s::text[], %s::uuid[],
                  %s::timestamptz[])
     AS e (id, place, subject, name, data, before, actor_kind, actor_id, occurred_at)
RETURNING number
"""


def append(work: Unit) -> None:
    """Write the unit's events into their streams, in sorted stream order, and ring the doorbell after commit."""
    by_stream: dict[str, list[Pending]] = defaultdict(list)
    for pending in work.pending:
        by_stream[pending.event.stream].append(pending)
    rung: list[Recorded] = []
    with connection.cursor() as cursor:
        for stream in sorted(by_stream):
            rows = by_stream[stream]
            ids = [uuid7() for _ in rows]
            cursor.execute(
                APPEND,
                (
                    stream,
                    len(rows),
                    stream,
                    len(rows),
                    ids,
                    list(range(1, len(rows) + 1)),
                    [row.event.subject for row in rows],
                    [row.event.name for row in rows],
                    [orjson.dumps(row.event.data).decode() for row in rows],
                    [
                        None if row.before is None else orjson.dumps(row.before, default=str).decode()
                        for row in rows
                    ],
                    [row.actor.kind for row in rows],
                    [row.actor.id for row in rows],
                    [row.at for row in rows],
                ),
            )
            first = min(number for (number,) in cursor.fetchall())
            rung += [
                Recorded(
                    id=str(id),
                    stream=stream,
                    number=first + place,
                    subject=row.event.subject,
                    name=row.event.name,
                    data=row.event.data,
                    at=row.at.isoformat(),
                    actor_id=str(row.actor.id) if row.actor.id else None,
                )
                for place, (id, row) in enumerate(zip(ids, rows, strict=True))
            ]
    transaction.on_commit(partial(doorbell.ring, rung, wake_relay=any(wanted(event.name) for event in rung)))
