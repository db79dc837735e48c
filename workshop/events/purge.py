"""Forgetting: events after 7 days, idempotency keys after 14 (settings)."""

from django.conf import settings
from django.db import connection, transaction

from workshop.kernel.clock import real_now

from .models import IdempotencyKey


@transaction.atomic
def purge() -> dict[str, int]:
    """Delete old events, moving each head's `oldest` along, and old keys; return how many of each.

    Events that the relay has not seen, or whose reactions are still owed or parked, stay, and so does all after them.
    """
    limit = real_now() - settings.EVENTS_KEPT_FOR
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH kept AS (
                SELECT h.stream, LEAST(
                    (SELECT min(e.number) FROM events_event e WHERE e.stream = h.stream AND e.recorded_at >= %s),
                    (SELECT min(e.number) FROM events_event e JOIN events_reactionrun r ON r.event_id = e.id
                      WHERE e.stream = h.stream AND r.state <> 'done'),
                    h.relayed + 1, h.last + 1) AS first
                FROM events_streamhead h
            ), moved AS (
                UPDATE events_streamhead h SET oldest = kept.first FROM kept
                WHERE kept.stream = h.stream AND kept.first > h.oldest RETURNING h.stream, h.oldest
            ), forgotten AS (
                DELETE FROM events_reactionrun r USING events_event e, moved
                WHERE r.event_id = e.id AND e.stream = moved.stream AND e.number < moved.oldest
            )
            SELECT stream, oldest FROM moved
            """,
            (limit,),
        )
        moved = cursor.fetchall()
        events = 0
        for stream, oldest in moved:
            cursor.execute("DELETE FROM events_event WHERE stream = %s AND number < %s", (stream, oldest))
            events += cursor.rowcount
    keys, _ = IdempotencyKey.objects.filter(
        created_at__lt=real_now() - settings.IDEMPOTENCY_KEPT_FOR
    ).delete()
    return {"events": events, "keys": keys}
