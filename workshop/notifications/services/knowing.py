"""What people know already, and what they are about to be told anyway."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from workshop.events.models import Event

from ..kinds import news_of
from ..models import Notification
from ..news import Known, News

APP, EMAIL = Notification.Channel.APP.value, Notification.Channel.EMAIL.value
READ = ("sent", "sending", "unknown")
"""The states of what its person has been told, for all that is known."""
Line = tuple[UUID, str]
"""A person, and a channel to them."""


def told_the_latest(event: Event) -> set[UUID]:
    """Return those to whom a later event of the subject is news, told already or not."""
    later = Event.objects.filter(stream=event.stream, subject=event.subject, number__gt=event.number)
    return {person for one in later for news in news_of(one) for person in news.to}


def known_to(
    event: Event, concerned: Mapping[UUID, News], dropped: Iterable[Notification]
) -> dict[Line, Known]:
    """Return what each of the people whom an event concerns knows by each of their channels.

    It is what was told last, else what was so before what was never told: what gave way to this event (`dropped`),
    and what happened so shortly before it that there was no time to tell it.
    """
    lines = [(person, channel) for person, news in concerned.items() for channel in news.channels]
    known = {line: concerned[line[0]].before for line in lines}
    return known | _untold(event, dropped) | _told(event, concerned)


def said_before(event: Event, people: Iterable[UUID]) -> QuerySet[Notification]:
    """Return what earlier events of the subject said, or are about to say, to these people."""
    return Notification.objects.filter(
        user__in=people, stream=event.stream, subject=event.subject, number__lt=event.number
    )


def _told(event: Event, people: Iterable[UUID]) -> dict[Line, Known]:
    rows = said_before(event, people).filter(state__in=READ)
    last = rows.order_by("user_id", "channel", "-number").distinct("user_id", "channel")
    return {(row.user_id, row.channel): row.tells for row in last}


def _untold(event: Event, dropped: Iterable[Notification]) -> dict[Line, Known]:
    """Return what was so before the earliest of what each line was never told."""
    untold = {(row.user_id, row.channel, row.number): row.known for row in dropped}
    shortly = event.recorded_at - settings.UNDO_WINDOW
    for one in Event.objects.filter(
        stream=event.stream, subject=event.subject, number__lt=event.number, recorded_at__gt=shortly
    ):
        for older in news_of(one):
            for person in older.to:
                untold |= {(person, channel, one.number): older.before for channel in (APP, EMAIL)}
    latest_first = sorted(untold, key=lambda line: line[2], reverse=True)
    return {(person, channel): untold[person, channel, number] for person, channel, number in latest_first}
