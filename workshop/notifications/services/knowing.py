"""What a person knows already, and what they are about to be told anyway."""

from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from workshop.accounts.models import User
from workshop.events.models import Event

from ..kinds import news_of
from ..models import Notification
from ..news import Known, News

APP, EMAIL = Notification.Channel.APP.value, Notification.Channel.EMAIL.value
READ = ("sent", "sending", "unknown")
"""The states of what its person has been told, for all that is known."""


def told_the_latest(event: Event) -> set[UUID]:
    """Return those to whom a later event of the subject is news, told already or not."""
    later = Event.objects.filter(stream=event.stream, subject=event.subject, number__gt=event.number)
    return {person for one in later for news in news_of(one) for person in news.to}


def known_to(
    event: Event,
    news: News,
    person: User,
    channel: str,
    earlier: QuerySet[Notification],
    dropped: list[Notification],
) -> Known:
    """Return what a person knows by a channel: what was told last, else what was so before what was never told.

    That is what gave way to this event, and what happened so shortly before it that there was no time to tell it.
    """
    last = earlier.filter(channel=channel, state__in=READ).order_by("-number").first()
    if last is not None:
        known: Known = last.tells
        return known
    untold = {row.number: row.known for row in dropped if row.channel == channel}
    shortly = event.recorded_at - settings.UNDO_WINDOW
    for one in Event.objects.filter(
        stream=event.stream, subject=event.subject, number__lt=event.number, recorded_at__gt=shortly
    ):
        for older in news_of(one):
            if person.id in older.to:
                untold[one.number] = older.before
    return untold[min(untold)] if untold else news.before
