"""Numbering: the stream's head row is locked as the last step, so numbers are gapless and in commit order."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from uuid import UUID

import orjson
from django.db import connection, transaction

from workshop.kernel.ids import uuid7

from . import doorbell, idempotency
from .event import Recorded
from .idempotency import Answer, Key
from .prepared import Asked, run
from .reactions import pressing
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


def close(work: Unit, key: Key | None, answer: Answer | None) -> None:
    """End a unit: keep the answer under its key, then write the events into their streams, in sorted stream order.

    The doorbell rings after commit. Raises Conflict `request_in_flight`.
    """
    by_stream: dict[str, list[tuple[UUID, Pending]]] = defaultdict(list)
    for pending in work.pending:
        by_stream[pending.event.stream].append((uuid7(), pending))
    streams = sorted(by_stream)
    asked: list[Asked] = [_appending(stream, by_stream[stream]) for stream in streams]
    if keeps := key is not None and answer is not None:
        asked.insert(0, idempotency.keeping(key, answer))
    if not asked:
        return
    # The heads are locked from here on: with the commit in the same message, only for as long as PostgreSQL needs.
    with idempotency.kept_once():
        results = run(*asked, commit=_ends_here())
    if keeps:
        results.pop(0)
    rung: list[Recorded] = []
    for stream, appended in zip(streams, results, strict=True):
        first = min(number for (number,) in appended.rows)
        rung += _recorded(stream, first, by_stream[stream])
    if rung:
        transaction.on_commit(
            partial(doorbell.ring, rung, wake_relay=any(pressing(event.name) for event in rung))
        )


def _ends_here() -> bool:
    """Return whether the transaction is the unit's own, and not one that it was called in."""
    return len(connection.atomic_blocks) == 1 and not connection.needs_rollback


def _recorded(stream: str, first: int, rows: Sequence[tuple[UUID, Pending]]) -> list[Recorded]:
    return [
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
        for place, (id, row) in enumerate(rows)
    ]


def _appending(stream: str, rows: Sequence[tuple[UUID, Pending]]) -> Asked:
    return APPEND, (stream, len(rows), stream, len(rows), _recordset(rows))


def _recordset(rows: Sequence[tuple[UUID, Pending]]) -> str:
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
            for place, (id, row) in enumerate(rows, start=1)
        ],
        default=str,
    ).decode()
