"""One stream as this process follows it: how far it is told, what came early, and who hears which topic."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator

from workshop.events.event import Recorded

from .frames import encoded
from .ring import MAX_EVENTS, Key, Ring
from .sockets import Socket
from .subscriptions import Subscription
from .topics.registry import Topic

MAX_EARLY = 512
"""Events that may wait for the ones before them."""


class Group:
    """The live subscriptions of one audience to one topic: they get the same texts."""

    __slots__ = ("audience", "key", "members", "topic")

    def __init__(self, topic: Topic, audience: str) -> None:
        self.topic, self.audience = topic, audience
        self.key: Key = (topic.name, audience)
        self.members: dict[Subscription, Socket] = {}


class Stream:
    """A followed stream. `position` is the number of the last event that was told."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.position = 0
        self.ring = Ring()
        self.early: dict[int, Recorded] = {}
        self.changed = 0
        self.users = 0
        self.unused_since = 0.0
        self.catching_up: asyncio.Task[None] | None = None
        self.filling: asyncio.Future[list[Recorded]] | None = None
        self._known: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._groups: dict[str | None, dict[Key, Group]] = defaultdict(dict)

    @property
    def ready(self) -> bool:
        """Say whether the position is known."""
        return self._known.done()

    @property
    def idle(self) -> bool:
        """Say whether nobody needs the stream."""
        return self.users == 0 and self.ready and self.catching_up is None

    async def known(self) -> None:
        """Wait until the position is known."""
        if not self._known.done():
            await asyncio.wait({self._known})

    def start(self, position: int, change: int) -> None:
        """Tell what comes after `position`; what access was asked before this moment must be asked again."""
        self.position, self.changed = position, change
        self._known.set_result(None)

    def attach(self, subscription: Subscription) -> None:
        """Make a granted subscription live: from now on it gets every frame."""
        grant = subscription.grant
        if grant is None:
            raise ValueError("a subscription goes live with a grant only")
        groups = self._groups[grant.subject]
        group = groups.get(subscription.key)
        if group is None:
            group = groups[subscription.key] = Group(subscription.topic, grant.audience)
        group.members[subscription] = subscription.socket
        subscription.live = True

    def detach(self, subscription: Subscription) -> None:
        """Take a subscription out of the live ones; it has got everything up to `position`."""
        if not subscription.live or subscription.grant is None:
            return
        subscription.live = False
        subscription.cursor = self.position
        groups = self._groups[subscription.grant.subject]
        group = groups[subscription.key]
        del group.members[subscription]
        if not group.members:
            del groups[subscription.key]
            if not groups:
                del self._groups[subscription.grant.subject]

    def subscriptions(self, subject: str | None = None) -> list[Subscription]:
        """Return the live subscriptions of one subject, or all."""
        chosen = [self._groups[subject]] if subject in self._groups else []
        return [
            subscription
            for groups in (chosen if subject is not None else self._groups.values())
            for group in groups.values()
            for subscription in group.members
        ]

    def groups(self, topic_name: str | None = None) -> Iterator[Group]:
        """Yield the groups, all or those of one topic."""
        for groups in self._groups.values():
            for group in groups.values():
                if topic_name is None or group.topic.name == topic_name:
                    yield group

    def tell(self, event: Recorded) -> tuple[list[Socket], list[Subscription]]:
        """Write the next event's frames to everyone who hears them, and move on.

        Return the sockets that are too far behind, and the subscriptions whose readers must fetch.
        """
        slow: list[Socket] = []
        lost: list[Subscription] = []
        self.position = event.number
        entry = self.ring.add(event)
        for subject in (event.subject, None):
            for group in self._groups[subject].values() if subject in self._groups else ():
                texts = encoded(event, group.audience, group.topic)
                if texts is None:
                    lost += group.members
                    continue
                for text in self.ring.keep(entry, group.key, texts):
                    slow += [socket for socket in group.members.values() if not socket.deliver(text)]
        return slow, lost

    def hold(self, event: Recorded) -> None:
        """Keep an event that came before the ones it follows; when there are too many, PostgreSQL has it."""
        if len(self.early) < MAX_EARLY:
            self.early[event.number] = event

    def next_early(self) -> Recorded | None:
        """Return the event that comes next, when it is here already, and forget older ones."""
        if not self.early:
            return None
        for number in [number for number in self.early if number <= self.position]:
            del self.early[number]
        return self.early.pop(self.position + 1, None)

    def may_fill(self) -> bool:
        """Say whether the ring may still be filled with what happened before the stream was followed."""
        return self.filling is None or not self.filling.done()

    def fillable(self) -> tuple[int, int]:
        """Return the first and the last number worth having in the ring."""
        return max(1, self.position - MAX_EVENTS + 1), self.position

    def fill(self, events: list[Recorded]) -> None:
        """Put events that this process did not follow yet into the ring."""
        self.ring.fill(events, self.position)

    def restart(self, position: int) -> list[Subscription]:
        """Go on from another number; return the subscriptions that must fetch the state again."""
        self.position = position
        self.ring.clear()
        self.early.clear()
        return self.subscriptions()
