"""A browser as the server sees it: a real WebSocket that reads, acknowledges and remembers what it was told."""

import json
import time
from collections.abc import Callable
from typing import Any, Self

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

Message = dict[str, Any]
WITHIN = 5.0


class Browser:
    """One socket. `said` holds everything it was told except heartbeats, in order."""

    def __init__(self, port: int, **options: Any) -> None:
        self.connection: ClientConnection = connect(
            f"ws://127.0.0.1:{port}/ws", compression=None, max_size=None, legacy=True, **options
        )
        self.said: list[Message] = []
        self.heartbeats: list[Message] = []
        self.acknowledges = True
        self._owed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def send(self, **message: Any) -> None:
        """Say one message."""
        self.connection.send(json.dumps(message))

    def authenticate(self, ticket: str | None = None) -> Message:
        """Say who this is and return the answer."""
        self.send(type="authenticate", ticket=ticket)
        return self.until(lambda m: m["type"] in ("authenticated", "error"))

    def subscribe(self, topic: str, since: int | None = None) -> Message:
        """Ask for a topic and return how that ended: `subscribed`, `resync` or `error`."""
        self.send(type="subscribe", topic=topic, **({} if since is None else {"since": since}))
        return self.until(
            lambda m: m.get("topic") == topic and m["type"] in ("subscribed", "resync", "error")
        )

    def read(self, within: float = WITHIN) -> Message:
        """Return the next message, heartbeats aside; raises TimeoutError and ConnectionClosed."""
        deadline = time.monotonic() + within
        while True:
            text = self.connection.recv(timeout=max(0.0, deadline - time.monotonic()))
            message: Message = json.loads(text)
            if message["type"] == "heartbeat":
                self.heartbeats.append(message)
                continue
            self.said.append(message)
            if "seq" in message and "data" in message:
                self._acknowledge()
            return message

    def until(self, wanted: Callable[[Message], bool], within: float = WITHIN) -> Message:
        """Read on until a wanted message comes, and return it."""
        deadline = time.monotonic() + within
        while True:
            message = self.read(deadline - time.monotonic())
            if wanted(message):
                return message

    def until_frames(self, count: int, within: float = WITHIN) -> list[Message]:
        """Read on until `count` frames were told in all, and return every frame."""
        deadline = time.monotonic() + within
        while len(self.frames()) < count:
            self.read(deadline - time.monotonic())
        return self.frames()

    def settled(self, quiet: float = 0.3) -> list[Message]:
        """Read until nothing has come for `quiet` seconds; return every frame."""
        try:
            while True:
                self.read(quiet)
        except TimeoutError:
            return self.frames()

    def until_closed(self, within: float = WITHIN) -> int:
        """Read on until the server closes and return its code."""
        deadline = time.monotonic() + within
        while True:
            try:
                self.read(deadline - time.monotonic())
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else 1006

    def frames(self) -> list[Message]:
        """Return the frames of events told so far."""
        return [message for message in self.said if "data" in message]

    def numbers(self) -> list[int]:
        """Return the numbers of those events."""
        return [message["seq"] for message in self.frames()]

    def _acknowledge(self) -> None:
        self._owed += 1
        if self.acknowledges and self._owed >= 50:
            self.send(type="ack", frames=self._owed)
            self._owed = 0
