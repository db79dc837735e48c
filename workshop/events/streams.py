"""Numbering: the stream's head row is locked as the last step, so numbers are gapless and in commit order."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from uuid import UUID

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
FROM head, jsonb_to_recordset(%s::jsonb)
     AS e (id uuid, place int, subject text, name text, data jsonb, before jsonb, actor_kind text, actor_id uuid,
           occurred_at timestamptz)
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
            cursor.execute(APPEND, (stream, len(rows), stream, len(rows), _recordset(ids, rows)))
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


def _recordset(ids: Sequence[UUID], rows: Sequence[Pending]) -> str:
    """Return the rows as one JSON text: a single parameter costs less than an array a column."""
    return orjson.dumps(
        [
            {
                "id": id,
                "place": place,
                "subject": row.event.subject,
                "name": row.event.name,
                "data": row.event.data,
                "before": row.before,
                "actor_kind": row.actor.kind,
                "actor_id": row.actor.id,
                "occurred_at": row.at,
            }
            for place, (id, row) in enumerate(zip(ids, rows, strict=True), start=1)
        ],
        default=str,
    ).decode()
