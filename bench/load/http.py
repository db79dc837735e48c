"""Keep-alive HTTP/1.1 connections that send ready-made requests and time the answers."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bench.load.loop import Loop, connect, send_all

_HEAD_END = b"\r\n\r\n"
_LENGTH = b"\r\ncontent-length:"


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its body, and how many seconds it took."""

    status: int
    body: bytes
    seconds: float

    def expect(self, status: int) -> "Answer":
        """Return the answer itself; raise RuntimeError when it has another status."""
        if self.status != status:
            raise RuntimeError(f"The server answered {self.status}, not {status}: {self.body[:400]!r}")
        return self


def render(
    method: str, path: str, token: str, body: Mapping[str, Any] | None = None, key: str | None = None
) -> bytes:
    """Render a whole request, with an Idempotency-Key when one is given."""
    content = b"" if body is None else json.dumps(body, separators=(",", ":")).encode()
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {token}"]
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
    if key is not None:
        lines.append(f"Idempotency-Key: {key}")
    return "\r\n".join(lines).encode() + _HEAD_END + content


class Line:
    """One connection with at most one request under way."""

    def __init__(self, loop: Loop, port: int) -> None:
        self._loop = loop
        self._socket = connect(port)
        self._received = b""
        self._whole = 0
        self._sent_at = 0.0
        self._then: Callable[[Answer], None] | None = None
        loop.watch_line(self._socket, self._read)

    def send(self, request: bytes, then: Callable[[Answer], None]) -> None:
        """Send a request and call `then` with its answer."""
        if self._then is not None:
            raise RuntimeError("The answer to the request before is still awaited.")
        self._then = then
        self._sent_at = time.perf_counter()
        send_all(self._socket, request)

    def ask(self, request: bytes) -> Answer:
        """Send a request and wait for its answer."""
        answers: list[Answer] = []
        self.send(request, answers.append)
        self._loop.until(lambda: bool(answers), doing="an answer")
        return answers[0]

    def _read(self) -> None:
        data = self._socket.recv(1 << 18)
        now = time.perf_counter()
        if not data:
            raise ConnectionError("The server closed a connection it should have kept.")
        self._received += data
        if not self._whole:
            self._whole = self._length()
        if self._whole and len(self._received) >= self._whole:
            self._finish(now)

    def _length(self) -> int:
        """Return the bytes of head and body together, or 0 while the head is incomplete."""
        end = self._received.find(_HEAD_END)
        if end < 0:
            return 0
        head = self._received[:end].lower()
        start = head.find(_LENGTH)
        if start < 0:
            raise RuntimeError(f"The server's answer has no Content-Length: {self._received[:400]!r}")
        return end + len(_HEAD_END) + int(head[start + len(_LENGTH) :].split(b"\r\n", 1)[0])

    def _finish(self, now: float) -> None:
        body = self._received[self._received.find(_HEAD_END) + len(_HEAD_END) : self._whole]
        answer = Answer(int(self._received[9:12]), body, now - self._sent_at)
        then, self._then, self._received, self._whole = self._then, None, b"", 0
        if then is not None:
            then(answer)

    def close(self) -> None:
        """Close the connection."""
        self._loop.forget(self._socket)
        self._socket.close()
