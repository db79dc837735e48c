"""The hub: one per process. It knows every local socket and topic, and tells each event once and in order."""

import asyncio
from collections import defaultdict
from collections.abc import Coroutine, Iterable
from typing import Any

import structlog

from workshop.events.event import Recorded
from workshop.kernel.actor import Actor

from . import access, protocol, replay
from .following import Following
from .identity import Identity, admit
from .presence import Presence
from .protocol import Close, Refusal
from .rechecks import recheck_socket
from .sockets import MAX_TOPICS, Socket
from .streams import Stream
from .subscriptions import Subscription
from .together import Together
from .topics.registry import Grant, Topic, authorise_all

LOG = structlog.get_logger(__name__)


class Hub:
    """All state of this process's sockets. Only the event loop touches it.

    `changes` counts what may change access, so that whoever asks while it happens can see that and ask again.
    """

    def __init__(self) -> None:
        self.sockets: dict[Socket, None] = {}
        self.followers: dict[str, set[Socket]] = defaultdict(set)
        self.changes = 0
        self.following = Following(self)
        self.presence = Presence(self)
        self.admissions: Together[str, Identity] = Together(admit, most=200, lanes=2)
        self.grants: Together[tuple[Actor, Topic], Grant | None] = Together(authorise_all, most=32, lanes=4)
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run something in the background; its failure is logged."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            LOG.error("hub_task_failed", exc_info=error)

    async def stop(self) -> None:
        """End everything that runs in the background."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def enter(self, socket: Socket) -> None:
        """Take an authenticated socket in."""
        self.sockets[socket] = None

    def leave(self, socket: Socket) -> None:
        """Forget a socket that is closed or about to be."""
        self.sockets.pop(socket, None)
        for subscription in list(socket.topics.values()):
            self.drop(subscription)
        self._unfollow(socket, socket.follows)
        socket.follows = ()
        if socket.reading is not None and socket.reading is not asyncio.current_task():
            socket.reading.cancel()

    def cut(self, socket: Socket) -> None:
        """Part with a socket that is too far behind; it catches up when it returns."""
        self.part(socket, Close.TOO_SLOW, "too_slow")

    def part(self, socket: Socket, code: Close, reason: str) -> None:
        """Forget a socket and close it."""
        if socket in self.sockets:
            self.leave(socket)
            self.spawn(socket.close(code, reason))

    async def identify(self, socket: Socket, identity: Identity) -> bool:
        """Follow what tells of the identity's access; say whether it may have changed since it was read."""
        mark = self.changes
        known, socket.follows = socket.follows, identity.follows
        socket.identity, socket.actor = identity, identity.actor
        new = [self._follow(socket, name) for name in identity.follows if name not in known]
        self._unfollow(socket, [name for name in known if name not in identity.follows])
        for stream in new:
            await stream.known()
        return socket.changed > mark or any(stream.changed > mark for stream in new)

    def _follow(self, socket: Socket, name: str) -> Stream:
        self.followers[name].add(socket)
        return self.following.follow(name)

    def _unfollow(self, socket: Socket, names: Iterable[str]) -> None:
        for name in names:
            self.followers[name].discard(socket)
            if not self.followers[name]:
                del self.followers[name]
            self.following.release(self.following.streams[name])

    def subscribe(self, socket: Socket, topic: Topic, since: int | None) -> None:
        """Begin to tell a socket about a topic, or begin anew. Raises Refusal `too_many_topics`."""
        if (present := socket.topics.get(topic.name)) is not None:
            self.drop(present)
        if len(socket.topics) >= MAX_TOPICS:
            raise Refusal("too_many_topics", f"A socket has {MAX_TOPICS} topics at most.", topic.name)
        subscription = socket.topics[topic.name] = Subscription(socket, topic, since)
        self.resume(subscription)

    def resume(self, subscription: Subscription) -> None:
        """Authorise a subscription, replay what it missed, and make it live."""
        subscription.task = self.spawn(replay.run(self, subscription))

    def suspend(self, subscription: Subscription) -> None:
        """Hold a live subscription's frames back; they reach it by replay when it is resumed."""
        if subscription.stream is not None:
            subscription.stream.detach(subscription)

    def drop(self, subscription: Subscription) -> None:
        """End a subscription."""
        stream, task = subscription.stream, subscription.task
        if stream is not None:
            stream.detach(subscription)
            subscription.stream = None
            self.following.release(stream)
        if subscription.socket.topics.get(subscription.topic.name) is subscription:
            del subscription.socket.topics[subscription.topic.name]
        if task is not None and task is not asyncio.current_task():
            task.cancel()

    def resync(self, subscription: Subscription) -> None:
        """End a subscription that cannot be continued: its browser fetches the state again and returns."""
        self.drop(subscription)
        subscription.socket.say(protocol.resync(subscription.topic.name))

    def refuse(self, subscription: Subscription, code: str, detail: str) -> None:
        """End a subscription with an error."""
        self.drop(subscription)
        subscription.socket.say(protocol.error(code, detail, subscription.topic.name))

    def tell(self, stream: Stream, event: Recorded) -> None:
        """Tell the next event of a stream; whose access it may change is asked again first."""
        if (concern := access.concerned(event)) is not None:
            self.recheck(stream, concern)
        slow, lost = stream.tell(event)
        for socket in slow:
            self.cut(socket)
        for subscription in lost:
            self.resync(subscription)

    def recheck(self, stream: Stream, concern: str) -> None:
        """Hold back every frame from those concerned until their access has been asked again."""
        self.changes += 1
        stream.changed = self.changes
        for socket in list(self.followers.get(concern, ())):
            recheck_socket(self, socket)
        for subscription in stream.subscriptions(concern):
            self.suspend(subscription)
            self.resume(subscription)

    def lost(self, stream: Stream, subscriptions: list[Subscription]) -> None:
        """Start over with everyone on a stream that cannot be continued, whatever it said of access."""
        self.changes += 1
        stream.changed = self.changes
        concerned = {subscription.socket for subscription in subscriptions} | self.followers.get(
            stream.name, set()
        )
        for subscription in subscriptions:
            self.resync(subscription)
        for socket in concerned:
            recheck_socket(self, socket)
