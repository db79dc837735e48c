"""Rings doorbells by hand, so that a test can drop, triple and shuffle them."""

import asyncio
import time
from collections.abc import Sequence
from uuid import UUID

import redis
from channels_redis.pubsub import RedisPubSubChannelLayer

from workshop.events import log
from workshop.events.doorbell import group, message
from workshop.events.event import Recorded

HEARD_WITHIN = 15.0


def events_of(center: UUID, *, after: int = 0) -> list[Recorded]:
    """Return what was recorded on a centre's stream."""
    events = log.since(f"center:{center}", after)
    assert events is not None
    return events


def until_heard(center: UUID, *, prefix: str, at: str) -> None:
    """Wait until a web process with this prefix hears the doorbells of a centre's stream."""
    channel = f"{prefix}__group__{group(f'center:{center}')}"
    deadline = time.monotonic() + HEARD_WITHIN
    with redis.Redis.from_url(f"{at}?db=1") as connection:
        while not connection.pubsub_numsub(channel)[0][1]:
            assert time.monotonic() < deadline, "nobody hears the doorbells"
            time.sleep(0.02)


def ring(events: Sequence[Recorded], *, prefix: str, redis: str) -> None:
    """Ring once for each event, in the order given, as a web process with this prefix would."""

    async def send() -> None:
        layer = RedisPubSubChannelLayer(hosts=[f"{redis}?db=1"], prefix=prefix)
        for event in events:
            await layer.group_send(group(event.stream), message(event))
        await layer.flush()

    asyncio.run(send())
