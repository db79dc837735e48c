"""One browser's socket as the hub sees it: who it is, what it hears, and how far behind it is."""

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING

from workshop.kernel.actor import VISITOR, Actor

from .identity import Identity
from .protocol import Close, Text
from .wire import Wire

if TYPE_CHECKING:
    from .subscriptions import Subscription

MAX_UNACKED = 200
"""Frames a browser may owe an acknowledgement for."""
REPLAY_WINDOW = 100
"""Of those, what a replay may take; the rest is left to live frames."""
MAX_BUFFERED = 512 * 1024
"""Bytes that may wait to leave."""
MAX_TOPICS = 64
REPLAY_PATIENCE = 10.0
"""Seconds a replay waits for an acknowledgement."""
LAST_WORDS = 2.0
"""Seconds a closing handshake may take."""


class Socket:
    """The state of one connection. Only the event loop touches it."""

    __slots__ = (
        "__weakref__",
        "_room",
        "actor",
        "changed",
        "closed",
        "follows",
        "identity",
        "reading",
        "topics",
        "unacked",
        "wire",
    )

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.actor: Actor = VISITOR
        self.identity: Identity | None = None
        self.follows: tuple[str, ...] = ()
        self.topics: dict[str, Subscription] = {}
        self.unacked = 0
        self.closed = False
        self.changed = 0
        self.reading: asyncio.Task[None] | None = None
        self._room: asyncio.Event | None = None

    def say(self, text: Text) -> None:
        """Write an answer or a heartbeat, which nobody acknowledges."""
        if not self.closed:
            self.wire.write(text)

    def deliver(self, text: Text) -> bool:
        """Write a frame; False when the browser is too far behind and must be cut off."""
        if self.closed:
            return True
        self.unacked += 1
        self.wire.write(text)
        return self.unacked <= MAX_UNACKED and self.wire.buffered() <= MAX_BUFFERED

    def ack(self, frames: int) -> None:
        """Take note that the browser has read so many more frames."""
        self.unacked = max(0, self.unacked - frames)
        if self._room is not None:
            self._room.set()

    async def room(self) -> bool:
        """Wait until a replay may write on; False when the browser acknowledged nothing for 10 s."""
        if self._room is None:
            self._room = asyncio.Event()
        deadline = time.monotonic() + REPLAY_PATIENCE
        while self.unacked >= REPLAY_WINDOW or self.wire.buffered() > MAX_BUFFERED // 2:
            self._room.clear()
            try:
                async with asyncio.timeout(deadline - time.monotonic()):
                    await self._room.wait()
            except TimeoutError:
                return False
            deadline = time.monotonic() + REPLAY_PATIENCE
        return True

    async def close(self, code: Close, reason: str = "") -> None:
        """Say goodbye; a browser that does not take it within moments, or cannot, is dropped."""
        if self.closed:
            return
        self.closed = True
        if self.wire.buffered() > MAX_BUFFERED // 2:
            return self.wire.abort()
        asyncio.get_running_loop().call_later(LAST_WORDS, self.wire.abort)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await self.wire.close(code, reason)
