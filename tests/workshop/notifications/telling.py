"""What the tests of notifications share: the relay's work done at once, and a look at what somebody was told."""

from datetime import datetime, timedelta

from workshop.accounts.models import User
from workshop.events import relay
from workshop.events.models import ReactionRun
from workshop.events.react import react
from workshop.kernel.clock import real_now
from workshop.notifications.models import Notification

UNDONE = timedelta(seconds=11)


def relayed() -> None:
    """React to everything that happened, in its order, until nothing is owed."""
    while relay.collect():
        for run in ReactionRun.objects.filter(state="owed").order_by("event__number", "event_id"):
            react(run.event_id, run.reaction)


def later(span: timedelta = UNDONE) -> datetime:
    """Return a real moment to come, after which nothing can be undone unless told otherwise."""
    return real_now() + span


def rows(user: User, channel: str, *states: str) -> list[Notification]:
    """Return what was made for somebody, oldest first, in these states or in any but dropped."""
    found = Notification.objects.filter(user=user, channel=channel).order_by("number", "id")
    return list(found.filter(state__in=states) if states else found.exclude(state="dropped"))


def titles(user: User, channel: str, *states: str) -> list[str]:
    """Return the titles of `rows`."""
    return [row.title for row in rows(user, channel, *states)]
