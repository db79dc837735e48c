"""A screen: one WebSocket that signs in, subscribes, and then only counts and times what it is shown."""

import time
from typing import Protocol

from bench.load.frames import CLOSE, PING, PONG, encode, upgrade
from bench.load.loop import Loop, connect, send_all

_HEAD_END = b"\r\n\r\n"


class Dialogue(Protocol):
    """How a client of one target talks until it is subscribed, and which of the later messages are events."""

    path: str
    event_prefix: bytes
    ready: bool

    def opening(self) -> list[bytes]:
        """Return the messages a client sends first."""

    def hear(self, message: bytes) -> list[bytes]:
        """Take a message that is no event, return the replies; set `ready` once all is subscribed."""

    def acknowledgement(self, events: int) -> bytes | None:
        """Return the message owed after this many events since the last one, if any."""


class Tally:
    """What a crowd of screens has seen; events that contain `needle` are timed, none while it is None."""

    def __init__(self) -> None:
        self.events = 0
        self.bytes = 0
        self.needle: bytes | None = None
        self.arrivals: list[float] = []

    def look_for(self, needle: bytes | None) -> None:
        """Time the events that contain these bytes from now on."""
        self.needle = needle
        self.arrivals = []


class Screen:
    """One socket of a crowd."""

    __slots__ = (
        "_dialogue",
        "_loop",
        "_prefix",
        "_rest",
        "_socket",
        "_tally",
        "_unacknowledged",
        "_upgraded",
        "ready",
    )

    def __init__(self, loop: Loop, port: int, dialogue: Dialogue, tally: Tally) -> None:
        self._loop = loop
        self._dialogue = dialogue
        self._prefix = dialogue.event_prefix
        self._tally = tally
        self._rest = b""
        self._unacknowledged = 0
        self._upgraded = False
        self.ready = False
        self._socket = connect(port)
        loop.watch_screen(self._socket, self._read)
        send_all(self._socket, upgrade(dialogue.path, port))

    def _read(self) -> None:
        buffer = self._loop.buffer
        size = self._socket.recv_into(buffer)
        now = time.perf_counter()
        if not size:
            raise ConnectionError("The server closed a screen's socket.")
        self._tally.bytes += size
        if self._rest:
            buffer = bytearray(self._rest) + buffer[:size]
            size = len(buffer)
        start = 0 if self._upgraded else self._take_upgrade(buffer, size)
        start = self._take_frames(buffer, start, size, now)
        self._rest = bytes(buffer[start:size]) if start < size else b""

    def _take_upgrade(self, buffer: bytearray, size: int) -> int:
        end = buffer.find(_HEAD_END, 0, size)
        if end < 0:
            return 0
        if not buffer.startswith(b"HTTP/1.1 101"):
            raise ConnectionError(f"The server refused a WebSocket: {bytes(buffer[:120])!r}")
        self._upgraded = True
        self._say(self._dialogue.opening())
        return end + len(_HEAD_END)

    def _take_frames(self, buffer: bytearray, start: int, size: int, now: float) -> int:
        """Take the whole frames in the buffer and return where the first incomplete one begins."""
        tally, prefix = self._tally, self._prefix
        while self._upgraded and size - start >= 2:
            length = buffer[start + 1]
            body = start + 2
            if length == 126:
                length = int.from_bytes(buffer[body : body + 2], "big")
                body += 2
            elif length == 127:
                length = int.from_bytes(buffer[body : body + 8], "big")
                body += 8
            end = body + length
            if end > size:
                break
            if buffer.startswith(prefix, body):
                tally.events += 1
                if tally.needle is not None and buffer.find(tally.needle, body, end) >= 0:
                    tally.arrivals.append(now)
                self._acknowledge()
            else:
                self._take_other(buffer[start] & 0x0F, bytes(buffer[body:end]))
            start = end
        return start

    def _take_other(self, opcode: int, message: bytes) -> None:
        if opcode == CLOSE:
            raise ConnectionError(f"The server closed a screen's socket: {message!r}")
        if opcode == PING:
            send_all(self._socket, encode(message, PONG))
            return
        self._say(self._dialogue.hear(message))
        self.ready = self._dialogue.ready

    def _acknowledge(self) -> None:
        self._unacknowledged += 1
        message = self._dialogue.acknowledgement(self._unacknowledged)
        if message is not None:
            self._unacknowledged = 0
            self._say([message])

    def _say(self, messages: list[bytes]) -> None:
        if messages:
            send_all(self._socket, b"".join(map(encode, messages)))

    def close(self) -> None:
        """Close the socket."""
        self._loop.forget(self._socket)
        self._socket.close()
