"""One socket's subscription to one topic, from asking to being live."""

import asyncio
from typing import TYPE_CHECKING

from .ring import Key
from .sockets import Socket
from .topics.registry import Grant, Topic

if TYPE_CHECKING:
    from .streams import Stream


class Subscription:
    """A topic that a socket hears or is about to hear.

    `cursor` is the number of the last event that has reached it, None for one that starts from now. While it is
    not `live`, a `task` authorises it and replays what it missed.
    """

    __slots__ = ("cursor", "grant", "live", "socket", "stream", "task", "told", "topic")

    def __init__(self, socket: Socket, topic: Topic, since: int | None) -> None:
        self.socket = socket
        self.topic = topic
        self.cursor = since
        self.grant: Grant | None = None
        self.stream: Stream | None = None
        self.live = False
        self.told = False
        self.task: asyncio.Task[None] | None = None

    @property
    def key(self) -> Key:
        """Return the topic and audience whose frames it gets."""
        return self.topic.name, self.grant.audience if self.grant else ""

    @property
    def heard_as(self) -> tuple[str, str, str | None] | None:
        """Return stream, audience and subject of its grant, if it has one."""
        return (self.grant.stream, self.grant.audience, self.grant.subject) if self.grant else None

    @property
    def busy(self) -> bool:
        """Say whether its task is at work on making it live."""
        return self.task is not None and not self.task.done()
