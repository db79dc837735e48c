"""The way out to one browser. Under uvicorn a frame that was built once goes straight to the transport.

One `send` through ASGI encodes, frames and wraps the text again for every socket, which is half of a delivery's
cost; so where the server is uvicorn without compression we write the finished frame ourselves. Any other ASGI
server (daphne) gets the same texts through its own `send`.
"""

import asyncio
import contextlib
from collections import deque
from typing import Any, Protocol

from asgiref.typing import ASGISendCallable
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from .protocol import Text


class Wire(Protocol):
    """What a socket needs of its connection."""

    def write(self, text: Text) -> None:
        """Write without ever waiting; what cannot leave yet is buffered."""

    def buffered(self) -> int:
        """Return how many bytes wait to leave."""

    def abort(self) -> None:
        """Drop the connection at once, with what is buffered."""

    async def close(self, code: int, reason: str) -> None:
        """Say goodbye in order; the connection ends soon after."""


class TransportWire:
    """Writes whole frames to the transport of uvicorn's own protocol object."""

    __slots__ = ("_send", "_transport", "buffered")

    def __init__(self, protocol: WebSocketsSansIOProtocol) -> None:
        self._send = protocol.send
        self._transport = protocol.transport
        self.buffered = protocol.transport.get_write_buffer_size

    def write(self, text: Text) -> None:
        """Write without ever waiting."""
        if not self._transport.is_closing():
            self._transport.write(text.frame)

    def abort(self) -> None:
        """Drop the connection at once."""
        self._transport.abort()

    async def close(self, code: int, reason: str) -> None:
        """Say goodbye in order."""
        with contextlib.suppress(ClientDisconnected):
            await self._send({"type": "websocket.close", "code": code, "reason": reason})


class AsgiWire:
    """Sends through any ASGI server, one text after the other."""

    __slots__ = ("_pump", "_queue", "_send", "_size")

    def __init__(self, send: ASGISendCallable) -> None:
        self._send: Any = send
        self._queue: deque[Text] = deque()
        self._size = 0
        self._pump: asyncio.Task[None] | None = None

    def write(self, text: Text) -> None:
        """Write without ever waiting."""
        self._queue.append(text)
        self._size += len(text.payload)
        if self._pump is None:
            self._pump = asyncio.create_task(self._run())

    def buffered(self) -> int:
        """Return how many bytes wait to be handed to the server."""
        return self._size

    def abort(self) -> None:
        """Forget what waits; the server drops the connection when the application ends."""
        self._queue.clear()
        if self._pump is not None:
            self._pump.cancel()

    async def close(self, code: int, reason: str) -> None:
        """Say goodbye after what was written before."""
        if self._pump is not None:
            await asyncio.wait({self._pump})
        with contextlib.suppress(Exception):  # each server says in its own way that nobody is there
            await self._send({"type": "websocket.close", "code": code, "reason": reason})

    async def _run(self) -> None:
        with contextlib.suppress(Exception):  # the same: the receiving side hears of the disconnect
            while self._queue:
                text = self._queue.popleft()
                await self._send({"type": "websocket.send", "text": text.payload.decode()})
                self._size -= len(text.payload)
        self._pump = None


def wire_to(send: ASGISendCallable) -> Wire:
    """Return the fastest safe way out for an accepted connection."""
    protocol = getattr(send, "__self__", None)
    if isinstance(protocol, WebSocketsSansIOProtocol) and not protocol.conn.extensions:
        return TransportWire(protocol)
    return AsgiWire(send)
