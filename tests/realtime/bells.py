"""Rings doorbells by hand, so that a test can drop, triple and shuffle them."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from channels_redis.pubsub import RedisPubSubChannelLayer

from workshop.events import log
from workshop.events.doorbell import group, message
from workshop.events.event import Recorded


def events_of(center: UUID, *, after: int = 0) -> list[Recorded]:
    """Return what was recorded on a centre's stream."""
    events = log.since(f"center:{center}", after)
    assert events is not None
    return events


def ring(events: Sequence[Recorded], *, prefix: str, redis: str) -> None:
    """Ring once for each event, in the order given, as a web process with this prefix would."""

    async def send() -> None:
        layer = RedisPubSubChannelLayer(hosts=[f"{redis}?db=1"], prefix=prefix)
        for event in events:
            await layer.group_send(group(event.stream), message(event))
        await layer.flush()

    asyncio.run(send())
