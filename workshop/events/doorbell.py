"""The doorbell: hands numbered events to the channel layer from a daemon thread with its own loop.

A request never waits for Redis. The queue is bounded and drops when full; what is dropped costs a delay and never an
event, for readers take what they miss from PostgreSQL.
"""

import asyncio
import atexit
import os
import threading
from collections.abc import Sequence
from typing import Any

import structlog
from channels.layers import get_channel_layer

from .event import Recorded

LOG = structlog.get_logger(__name__)
CAPACITY = 1000
RELAY_GROUP = "relay"
STOP = object()
_lock = threading.Lock()
_bell: "Bell | None" = None


def group(stream: str) -> str:
    """Return the channel layer's group name of a stream."""
    return "stream." + stream.replace(":", ".")


def ring(events: Sequence[Recorded], *, wake_relay: bool) -> None:
    """Announce committed events to every process that follows their streams."""
    _this_process_bell().put(events, wake_relay)


class Bell:
    """One process's thread that talks to the channel layer.

    Its loop is rung from any thread and waits in no executor: the interpreter joins executors before it runs `close`.
    """

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.dropped = 0
        self.loop = asyncio.new_event_loop()
        self.queue: asyncio.Queue[Any] = asyncio.Queue(maxsize=CAPACITY)
        self.thread = threading.Thread(target=self._run, name="doorbell", daemon=True)
        self.thread.start()

    def put(self, events: Sequence[Recorded], wake_relay: bool) -> None:
        """Queue a ring, or count it as dropped when the queue is full."""
        self._offer((events, wake_relay))

    def close(self) -> None:
        """Let the thread send what is queued, for a second at most, and end."""
        self._offer(STOP)
        self.thread.join(timeout=1)

    def _offer(self, item: Any) -> None:
        try:
            self.loop.call_soon_threadsafe(self._queue, item)
        except RuntimeError:  # the loop is closed: the process ends
            self.dropped += 1

    def _queue(self, item: Any) -> None:
        try:
            self.queue.put_nowait(item)
        except asyncio.QueueFull:
            self.dropped += 1

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self._send_all())

    async def _send_all(self) -> None:
        layer = get_channel_layer()
        while (item := await self.queue.get()) is not STOP:
            events, wake_relay = item
            try:
                async with asyncio.timeout(2):
                    for event in events:
                        await layer.group_send(group(event.stream), message(event))
                    if wake_relay:
                        await layer.group_send(RELAY_GROUP, {"type": "relay.wake"})
            except Exception as error:  # the layer may fail in any way; readers heal from PostgreSQL
                LOG.warning("doorbell_not_heard", error=repr(error), events=len(events))


def message(event: Recorded) -> dict[str, Any]:
    """Return the channel layer's message of an event."""
    return {
        "type": "stream.event",
        "id": event.id,
        "stream": event.stream,
        "number": event.number,
        "subject": event.subject,
        "name": event.name,
        "data": event.data,
        "at": event.at,
        "actor_id": event.actor_id,
    }


def _this_process_bell() -> Bell:
    global _bell
    if _bell is None or _bell.pid != os.getpid():
        with _lock:
            if _bell is None or _bell.pid != os.getpid():
                _bell = Bell()
                atexit.register(_bell.close)
    return _bell
