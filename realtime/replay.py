"""From a subscription to live: authorise, replay what was missed, attach, without a gap or a double.

Attaching happens in the same step of the event loop in which the replay has reached the stream's position.
Whatever may have changed access while we waited makes us ask again first.
"""

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import structlog
from django.conf import settings

from workshop.events.event import Recorded

from . import protocol, reading, threads
from .frames import encoded
from .protocol import Text
from .ring import Entry
from .streams import Stream
from .subscriptions import Subscription
from .topics.registry import Grant

if TYPE_CHECKING:
    from .hub import Hub

LOG = structlog.get_logger(__name__)
BREATH = 25
"""Events after which a replay lets others run."""


class Lost(Exception):
    """The subscription cannot be continued from where it was."""


async def run(hub: "Hub", subscription: Subscription) -> None:
    """Make a subscription live, or end it with `forbidden`, `unavailable` or a resync."""
    try:
        await _go_live(hub, subscription)
    except Lost:
        hub.resync(subscription)
    except threads.AWAY:
        hub.refuse(subscription, "unavailable", "The workshop cannot be reached. Try again in a moment.")
    except Exception:  # whatever an authorisation may raise, the browser is told and the hub goes on
        LOG.exception("subscription_failed", topic=subscription.topic.name)
        hub.refuse(subscription, "unavailable", "This cannot be shown. Try again in a moment.")


async def _go_live(hub: "Hub", subscription: Subscription) -> None:
    socket, topic = subscription.socket, subscription.topic
    while True:
        while socket.reading is not None:
            await asyncio.wait({socket.reading})
        mark = hub.changes
        grant = await threads.patiently(hub.grants.ask, (socket.actor, topic))
        if grant is None:
            return hub.refuse(subscription, "forbidden", "You cannot follow this.")
        stream = _take(hub, subscription, grant)
        await stream.known()
        if _changed(subscription, stream, mark):
            continue
        if not await _replay(hub, subscription, stream, grant):
            return hub.cut(socket)
        if _changed(subscription, stream, mark):
            continue
        stream.attach(subscription)
        if not subscription.told:
            subscription.told = True
            socket.say(protocol.subscribed(topic.name, stream.position))
            hub.presence.greet(subscription)
        return None


def _take(hub: "Hub", subscription: Subscription, grant: Grant) -> Stream:
    if subscription.stream is None or subscription.grant is None:
        subscription.stream = hub.following.follow(grant.stream)
    elif (grant.stream, grant.audience, grant.subject) != subscription.heard_as:
        raise Lost
    subscription.grant = grant
    return subscription.stream


def _changed(subscription: Subscription, stream: Stream, mark: int) -> bool:
    return stream.changed > mark or subscription.socket.changed > mark


async def _replay(hub: "Hub", subscription: Subscription, stream: Stream, grant: Grant) -> bool:
    """Write what the browser missed, at its own pace; return False when it does not read."""
    if subscription.cursor is None:
        return True
    if subscription.cursor > stream.position:
        await asyncio.wait({hub.following.catch_up(stream)})
        if subscription.cursor > stream.position:
            raise Lost
    if subscription.cursor < stream.position and await _joined_later(subscription.cursor, grant):
        raise Lost
    while subscription.cursor < stream.position:
        upto = stream.position
        entries = await _entries(stream, subscription.cursor, upto, grant.subject)
        for count, entry in enumerate(entries, 1):
            for text in _texts(stream, subscription, grant, entry):
                if not await subscription.socket.room():
                    return False
                subscription.socket.deliver(text)
            if count % BREATH == 0:
                await asyncio.sleep(0)
        subscription.cursor = upto
    return True


async def _joined_later(number: int, grant: Grant) -> bool:
    """Say whether the audience was joined after an event; none that is kept is older than an old grant."""
    if grant.held_since is None or grant.held_since < datetime.now(UTC) - settings.EVENTS_KEPT_FOR:
        return False
    earlier = reading.happened_before
    return await threads.patiently(threads.for_socket, earlier, grant.stream, number, grant.held_since)


async def _entries(stream: Stream, number: int, upto: int, subject: str | None) -> list[Entry]:
    entries = stream.ring.after(number)
    if entries is None and stream.may_fill():
        await _fill(stream)
        entries = stream.ring.after(number)
    if entries is None:
        missed = reading.missed
        events = await threads.patiently(threads.for_socket, missed, stream.name, number, upto, subject)
        if events is None:
            raise Lost
        return [Entry(event) for event in events]
    return [
        entry for entry in entries if entry.event.number <= upto and subject in (None, entry.event.subject)
    ]


async def _fill(stream: Stream) -> None:
    """Read the newest events into a ring that began empty, once for a whole crowd that returns."""
    if stream.filling is None:
        first, last = stream.fillable()
        filling = threads.patiently(threads.for_socket, reading.window, stream.name, first, last)
        stream.filling = asyncio.ensure_future(filling)
    done, _ = await asyncio.wait({stream.filling})
    events: list[Recorded] = done.pop().result()
    stream.fill(events)


def _texts(stream: Stream, subscription: Subscription, grant: Grant, entry: Entry) -> list[Text]:
    known = entry.texts.get(subscription.key)
    if known is not None:
        return known
    texts = encoded(entry.event, grant.audience, subscription.topic)
    if texts is None:
        raise Lost
    return stream.ring.keep(entry, subscription.key, texts)
