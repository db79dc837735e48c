"""Switches one mechanism of the hub off, or hurries it, so that a test can show what rests on it."""

from realtime import access, following, presence, replay, sessions, sockets
from realtime.replay import Entry
from realtime.streams import Stream
from workshop.events.event import Recorded


def heads() -> None:
    """Never compare heads."""
    following.POLL = 3600.0


def contiguity() -> None:
    """Take doorbells as they come."""

    def heard(self: following.Following, event: Recorded) -> None:
        stream = self.streams.get(event.stream)
        if stream is not None and stream.ready:
            self._hub.tell(stream, event)

    following.Following.heard = heard  # type: ignore[method-assign]


def limits() -> None:
    """Let a socket fall behind for ever."""
    sockets.MAX_UNACKED = sockets.MAX_BUFFERED = 10**9


def rechecks() -> None:
    """Ask for access once only."""
    access._concerns.clear()


def replays() -> None:
    """Go live without looking back."""

    async def nothing(stream: Stream, number: int, upto: int, subject: str | None) -> list[Entry]:
        return []

    replay._entries = nothing


def patience() -> None:
    """Look for expired sessions, and who is here, all the time."""
    sessions.EVERY = 0.5
    presence.EVERY, presence.GRACE = 0.5, 2.5
