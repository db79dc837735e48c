"""Following streams: doorbells make it fast and are never trusted.

Numbers must be consecutive, what is missing is read from PostgreSQL, and the heads of all streams are compared
every 2 s in one query. Every wait here ends by itself when PostgreSQL or Redis returns.
"""

import asyncio
from typing import TYPE_CHECKING

import structlog

from workshop.events.event import Recorded

from . import reading, threads
from .doorbells import Doorbells
from .streams import Stream

if TYPE_CHECKING:
    from .hub import Hub

LOG = structlog.get_logger(__name__)
POLL = 2.0
"""Seconds between two looks at the heads."""
RETRY = 0.5
REORDER_GRACE = 0.01
"""Seconds a later event waits for an earlier one before PostgreSQL is asked."""
JOIN_GRACE = 0.25
BACKLOG = 25
"""Events above which browsers are replayed at their own pace instead of told."""
UNUSED_FOR = 30.0
"""Seconds a stream is followed after its last socket has gone."""


class Following:
    """The streams that local sockets need."""

    def __init__(self, hub: "Hub") -> None:
        self.streams: dict[str, Stream] = {}
        self.doorbells = Doorbells(self.heard)
        self._hub = hub
        self._starting: list[Stream] = []

    def follow(self, name: str) -> Stream:
        """Follow a stream for one more user; its position is known soon."""
        stream = self.streams.get(name)
        if stream is None:
            stream = self.streams[name] = Stream(name)
            self.doorbells.join(name)
            self._starting.append(stream)
            if len(self._starting) == 1:
                self._hub.spawn(self._start())
        stream.users += 1
        return stream

    def release(self, stream: Stream) -> None:
        """Follow a stream for one user less."""
        stream.users -= 1
        stream.unused_since = asyncio.get_running_loop().time()

    async def _start(self) -> None:
        while self._starting:
            batch = [stream.name for stream in self._starting]
            await self.doorbells.joined(batch, within=JOIN_GRACE)
            try:
                heads = await threads.for_hub(reading.heads, batch)
            except threads.AWAY:
                await asyncio.sleep(RETRY)
                continue
            started, self._starting = self._starting[: len(batch)], self._starting[len(batch) :]
            self._hub.changes += 1
            for stream in started:
                stream.start(heads[stream.name], self._hub.changes)
                self._tell_early(stream)

    def heard(self, event: Recorded) -> None:
        """Take an event from a doorbell, which may come twice, late, early or never."""
        stream = self.streams.get(event.stream)
        if stream is None:
            return
        if not stream.ready or stream.catching_up is not None:
            stream.hold(event)
        elif event.number == stream.position + 1:
            self._tell(stream, event)
            self._tell_early(stream)
        elif event.number > stream.position:
            stream.hold(event)
            asyncio.get_running_loop().call_later(REORDER_GRACE, self._mend, stream)

    def _tell(self, stream: Stream, event: Recorded) -> None:
        try:
            self._hub.tell(stream, event)
        except Exception:  # who heard it is not known any more: everybody fetches the state
            LOG.exception("telling_failed", event_name=event.name, stream=stream.name)
            self._hub.lost(stream, stream.restart(event.number))

    def _tell_early(self, stream: Stream) -> None:
        while (event := stream.next_early()) is not None:
            self._tell(stream, event)

    def _mend(self, stream: Stream) -> None:
        if stream.catching_up is not None:
            return
        self._tell_early(stream)
        if stream.early and self.streams.get(stream.name) is stream:
            self.catch_up(stream)

    def catch_up(self, stream: Stream) -> asyncio.Task[None]:
        """Read what the stream has beyond its position from PostgreSQL and tell it."""
        if stream.catching_up is None:
            stream.catching_up = self._hub.spawn(self._catch_up(stream))
        return stream.catching_up

    async def _catch_up(self, stream: Stream) -> None:
        try:
            last, events = await self._read(stream)
            if events is None:
                self._hub.lost(stream, stream.restart(last))
            else:
                self._tell_missed(stream, events)
        finally:
            stream.catching_up = None
        self._tell_early(stream)
        if stream.early and events:  # rung meanwhile, and again not what comes next
            asyncio.get_running_loop().call_later(REORDER_GRACE, self._mend, stream)

    async def _read(self, stream: Stream) -> tuple[int, list[Recorded] | None]:
        while True:
            try:
                return await threads.for_hub(reading.beyond, stream.name, stream.position)
            except threads.AWAY:
                await asyncio.sleep(RETRY)

    def _tell_missed(self, stream: Stream, events: list[Recorded]) -> None:
        behind = stream.subscriptions() if len(events) > BACKLOG else []
        for subscription in behind:
            self._hub.suspend(subscription)
        for event in events:
            if event.number == stream.position + 1:
                self._tell(stream, event)
        for subscription in behind:
            if subscription.stream is stream and not subscription.busy:
                self._hub.resume(subscription)

    async def watch(self) -> None:
        """Compare heads for ever, so that a lost doorbell costs seconds and never an event."""
        while True:
            await asyncio.sleep(POLL)
            self._forget_unused()
            known = {stream.name: stream.position for stream in self.streams.values() if stream.ready}
            if not known:
                continue
            try:
                moved = await threads.for_hub(reading.moved, known)
            except threads.AWAY:
                continue
            for name, last in moved.items():
                stream = self.streams.get(name)
                if stream is not None and (last > stream.position or last < known[name]):
                    self.catch_up(stream)

    def _forget_unused(self) -> None:
        limit = asyncio.get_running_loop().time() - UNUSED_FOR
        for stream in list(self.streams.values()):
            if stream.idle and stream.unused_since < limit:
                del self.streams[stream.name]
                self.doorbells.leave(stream.name)
