"""Who is here: the staff of a centre with an open socket, shown at its front desk. May be lost, and misses nobody.

One sorted set a centre in Redis, refreshed for all of this process's people in one pipelined call every 10 s; who was
not seen for 10 s and the grace is away. Without Redis everybody stays as they were.
"""

import asyncio
import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

import structlog
from django.conf import settings
from redis.asyncio import Redis
from redis.exceptions import RedisError

from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now

from .protocol import Text

if TYPE_CHECKING:
    from .hub import Hub
    from .subscriptions import Subscription

LOG = structlog.get_logger(__name__)
EVERY = 10.0
GRACE = 15.0
WITHIN = 2.0
"""Seconds Redis may take."""
ROLES = ("staff", "technician", "admin")
DESK = "center.desk"
SEEN = """
local now = tonumber(redis.call('TIME')[1])
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], now, ARGV[i]) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. (now - ARGV[1]))
redis.call('EXPIRE', KEYS[1], ARGV[1])
return redis.call('ZRANGE', KEYS[1], 0, -1)
"""


class Presence:
    """What this process knows of who is here, by centre: id → name."""

    def __init__(self, hub: "Hub") -> None:
        self._hub = hub
        self._here: dict[UUID, dict[str, str]] = {}
        layer: Any = settings.CHANNEL_LAYERS["default"]
        self._prefix: str = layer["CONFIG"]["prefix"]

    async def run(self) -> None:
        """Refresh for ever."""
        cache: Any = settings.CACHES["default"]
        redis = Redis.from_url(cache["LOCATION"], decode_responses=True)
        while True:
            await asyncio.sleep(EVERY)
            try:
                async with asyncio.timeout(WITHIN):
                    await self._refresh(redis)
            except (RedisError, OSError, TimeoutError) as error:
                LOG.info("presence_unknown", error=repr(error))

    def greet(self, subscription: "Subscription") -> None:
        """Tell a desk that has just begun to listen who is here."""
        if subscription.topic.kind == DESK and (here := self._here.get(subscription.topic.ids[0])):
            subscription.socket.say(_online(subscription.topic.name, here))

    async def _refresh(self, redis: Any) -> None:
        people = self._people()
        for center in self._desks():
            people.setdefault(center, set())
        self._here = {center: here for center, here in self._here.items() if center in people}
        if not people:
            return
        async with redis.pipeline(transaction=False) as pipe:
            for center, members in people.items():
                pipe.eval(SEEN, 1, f"{self._prefix}:presence:{center}", int(EVERY + GRACE), *members)
            answers = await pipe.execute()
        for center, members in zip(people, answers, strict=True):
            self._tell(center, dict(member.split(" ", 1) for member in members))

    def _people(self) -> dict[UUID, set[str]]:
        people: dict[UUID, set[str]] = {}
        for actor in {socket.actor for socket in self._hub.sockets if socket.actor.kind == "person"}:
            for center in actor.centers(*ROLES):
                people.setdefault(center, set()).add(_member(actor))
        return people

    def _desks(self) -> set[UUID]:
        streams = self._hub.following.streams.values()
        return {g.topic.ids[0] for stream in streams for g in stream.groups() if g.topic.kind == DESK}

    def _tell(self, center: UUID, now: dict[str, str]) -> None:
        before = self._here.get(center, {})
        self._here[center] = now
        came = {id: name for id, name in now.items() if id not in before}
        left = [id for id in before if id not in now]
        topic = f"center.{center}.desk"
        texts = [_online(topic, came)] if came else []
        texts += [_offline(topic, left)] if left else []
        stream = self._hub.following.streams.get(f"center:{center}")
        for group in list(stream.groups(topic)) if stream and texts else ():
            for socket in list(group.members.values()):
                for text in texts:
                    socket.say(text)


def _member(actor: Actor) -> str:
    return f"{actor.id} {actor.name}"


def _online(topic: str, people: dict[str, str]) -> Text:
    version = int(time.time())
    things = [{"id": id, "version": version, "name": name} for id, name in people.items()]
    return _volatile("user:online", topic, {"online": things})


def _offline(topic: str, people: list[str]) -> Text:
    return _volatile("user:offline", topic, {"removed": {"online": people}})


def _volatile(type: str, topic: str, data: dict[str, Any]) -> Text:
    # It has no number, for it is in no log.
    return Text({"type": type, "topic": topic, "at": real_now().isoformat(), "data": data})
