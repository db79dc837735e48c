"""Telling the people whom an event concerns, and taking back what it overtakes."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from workshop.accounts.models import User
from workshop.events.command import command
from workshop.events.models import Event
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now

from ..events import NotificationSent, NotificationWithdrawn
from ..kinds import news_of
from ..models import Notification
from ..news import News
from ..workflow import NOTIFICATION
from .inbox import lock_inboxes, tell_change
from .knowing import APP, EMAIL, known_to, told_the_latest


@command
def tell(*, event_id: UUID, at: datetime | None = None) -> list[Notification]:
    """Tell everybody whom an event concerns; return what was made. `at` is the real moment.

    In the app it is there at once, an email waits until the event cannot be undone any more. What a person was told of
    the subject before, and has not read or been sent, gives way; whoever knows it all already is told nothing.
    """
    event = Event.objects.get(pk=event_id)
    at = at or real_now()
    concerned = {person: news for news in reversed(news_of(event)) for person in news.to}
    people = {person.id: person for person in User.objects.filter(pk__in=concerned, is_active=True)}
    made: list[Notification] = []
    inboxes = lock_inboxes(people)
    # Looked up under the lock: a later event that was told meanwhile is seen, and one that was not comes after us.
    latest = told_the_latest(event)
    for inbox in inboxes:
        if inbox.user_id in latest:
            continue
        person, news = people[inbox.user_id], concerned[inbox.user_id]
        earlier = Notification.objects.filter(
            user=person, subject=event.subject, stream=event.stream, number__lt=event.number
        )
        dropped = _drop(_unsettled(earlier, at))
        rows = [
            row
            for channel in news.channels
            if (channel != EMAIL or person.email or news.address)
            and (row := _row(event, news, person, channel, earlier, dropped))
        ]
        fresh = _insert(rows)
        made += fresh
        shown = [row for row in fresh if row.channel == APP]
        gone = [row for row in dropped if row.channel == APP]
        if shown or gone:
            change = NotificationSent if shown else NotificationWithdrawn
            tell_change(change, inbox, actor=SYSTEM, shown=shown, gone=gone)
    return made


def _unsettled(rows: QuerySet[Notification], at: datetime) -> QuerySet[Notification]:
    """Return what can still give way: emails not sent, and what nobody has read while it can be undone."""
    return rows.filter(
        Q(channel=EMAIL, state="pending") | Q(channel=APP, state="sent", is_read=False, send_after__gt=at)
    )


def _drop(rows: QuerySet[Notification]) -> list[Notification]:
    dropped = list(rows.select_for_update().order_by("id"))
    for row in dropped:
        row.state = NOTIFICATION.find("drop", row.state).target
        row.version += 1
        row.save(update_fields=["state", "version"])
    return dropped


def _row(
    event: Event,
    news: News,
    person: User,
    channel: str,
    earlier: QuerySet[Notification],
    dropped: list[Notification],
) -> Notification | None:
    known = known_to(event, news, person, channel, earlier, dropped)
    said = news.say(known)
    if said is None:
        return None
    return Notification(
        user=person,
        channel=channel,
        kind=news.kind,
        title=said.title,
        message=said.message,
        path=news.path,
        subject=event.subject,
        center_id=news.center_id,
        event_id=event.id,
        event=event.name,
        stream=event.stream,
        number=event.number,
        happened_at=event.occurred_at,
        tells=news.tells,
        known=known,
        state="sent" if channel == APP else "pending",
        sent_at=real_now() if channel == APP else None,
        send_after=event.recorded_at + settings.UNDO_WINDOW,
    )


def _insert(rows: list[Notification]) -> list[Notification]:
    """Insert what is not there yet: one for each event, person and channel; return what was."""
    Notification.objects.bulk_create(rows, ignore_conflicts=True)
    inserted = set(Notification.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.pk in inserted]
