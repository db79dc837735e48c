"""The hub's ear at the channel layer: it joins the groups of the followed streams and hears their events.

Everything here may fail at any time and costs a delay only. A connection proves itself by hearing its own
echo; when it does not, it is closed as a whole and begun anew, with every group joined again.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import structlog
from channels import DEFAULT_CHANNEL_LAYER
from channels.layers import channel_layers

from workshop.events.doorbell import group
from workshop.events.event import Recorded

LOG = structlog.get_logger(__name__)
ECHO_EVERY = 2.0
ECHO_WITHIN = 5.0
"""Seconds: Redis that is silent for longer counts as gone."""
RETRY = 1.0
MOVES = 500
"""Groups that are joined or left between two echoes."""
ECHO = "hub.echo"


class Doorbells:
    """Hears events of the joined streams for `heard`: each once, twice or never, in any order."""

    def __init__(self, heard: Callable[[Recorded], None]) -> None:
        self._heard = heard
        self._wanted: set[str] = set()
        self._joined: set[str] = set()
        self._changed = asyncio.Event()
        self._settled = asyncio.Condition()
        self._echoed = asyncio.Event()
        self._layer: Any = None
        self.hearing = False

    def join(self, stream: str) -> None:
        """Hear a stream's events from soon on."""
        self._wanted.add(stream)
        self._changed.set()

    def leave(self, stream: str) -> None:
        """Hear them no more."""
        self._wanted.discard(stream)
        self._changed.set()

    async def joined(self, streams: Iterable[str], within: float) -> None:
        """Wait until the streams are heard, `within` seconds at most and not at all while Redis is away."""
        wanted = set(streams)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within), self._settled:
                await self._settled.wait_for(lambda: not self.hearing or wanted <= self._joined)

    async def run(self) -> None:
        """Listen for ever."""
        while True:
            try:
                await self._live()
            except Exception as error:  # the layer may fail in any way; PostgreSQL has every event
                LOG.warning("doorbells_not_heard", error=repr(error))
            await asyncio.sleep(RETRY)

    async def _live(self) -> None:
        # A layer of the hub's own: closing it disturbs nobody else in this process.
        layer = self._layer = self._layer or channel_layers.make_backend(DEFAULT_CHANNEL_LAYER)
        tasks: list[asyncio.Task[None]] = []
        try:
            async with asyncio.timeout(ECHO_WITHIN):
                channel = await layer.new_channel()
            # `receive` is never cancelled while the layer lives: that would delete the hub's channel.
            tasks = [
                asyncio.create_task(work)
                for work in (self._receive(layer, channel), self._tend(layer, channel))
            ]
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
            for task in done:
                task.result()
        finally:
            self.hearing = False
            self._joined.clear()
            await self._close(layer, tasks)

    async def _receive(self, layer: Any, channel: str) -> None:
        while True:
            message = await layer.receive(channel)
            kind = message.pop("type")
            if kind == ECHO:
                self._echoed.set()
            elif (event := _event(message)) is not None:
                self._heard(event)

    async def _tend(self, layer: Any, channel: str) -> None:
        while True:
            self._changed.clear()
            async with asyncio.timeout(ECHO_WITHIN):
                await self._move(layer, channel)
                self._echoed.clear()
                await layer.send(channel, {"type": ECHO})
                await self._echoed.wait()
            self.hearing = True
            async with self._settled:
                self._settled.notify_all()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(ECHO_EVERY):
                    await self._changed.wait()

    async def _move(self, layer: Any, channel: str) -> None:
        for stream in list(islice(self._wanted - self._joined, MOVES)):
            await layer.group_add(group(stream), channel)
            self._joined.add(stream)
        for stream in list(islice(self._joined - self._wanted, MOVES)):
            await layer.group_discard(group(stream), channel)
            self._joined.discard(stream)
        if self._wanted != self._joined:
            self._changed.set()

    async def _close(self, layer: Any, tasks: list[asyncio.Task[None]]) -> None:
        layer.channels.clear()
        for task in tasks:
            task.cancel()
        try:
            async with asyncio.timeout(ECHO_WITHIN):
                await asyncio.gather(*tasks, return_exceptions=True)
                await layer.flush()
        except Exception:  # what cannot even be closed is left to the garbage collector
            self._layer = None


def _event(message: dict[str, Any]) -> Recorded | None:
    # While a deploy is under way others may ring in another form; what they mean is found in PostgreSQL.
    try:
        return Recorded(**message)
    except TypeError:
        return None
