"""Telling the people whom an event concerns, and taking back what it overtakes."""

from collections import defaultdict
from collections.abc import Iterable
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
from ..models import Inbox, Notification
from ..news import Known, News
from ..workflow import NOTIFICATION
from .inbox import Change, lock_inboxes, tell_changes
from .knowing import APP, EMAIL, known_to, said_before, told_the_latest


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
    inboxes = lock_inboxes(people)
    # Looked up under the lock: a later event that was told meanwhile is seen, and one that was not comes after us.
    latest = told_the_latest(event)
    inboxes = [inbox for inbox in inboxes if inbox.user_id not in latest]
    told = {inbox.user_id: concerned[inbox.user_id] for inbox in inboxes}
    dropped = _drop(_unsettled(event, told, at))
    known = known_to(event, told, dropped)
    rows = [
        row
        for person, news in told.items()
        for channel in news.channels
        if (channel != EMAIL or people[person].email or news.address)
        and (row := _row(event, news, person, channel, known[person, channel]))
    ]
    made = _insert(rows)
    tell_changes(_changes(inboxes, made, dropped), actor=SYSTEM)
    return made


def _changes(
    inboxes: Iterable[Inbox], made: Iterable[Notification], dropped: Iterable[Notification]
) -> list[Change]:
    """Return what changed in each inbox in which anything did."""
    shown, gone = _in_app(made), _in_app(dropped)
    return [
        Change(
            NotificationSent if id in shown else NotificationWithdrawn,
            inbox,
            shown.get(id, []),
            gone.get(id, []),
        )
        for inbox in inboxes
        if (id := inbox.user_id) in shown or id in gone
    ]


def _in_app(rows: Iterable[Notification]) -> dict[UUID, list[Notification]]:
    found: dict[UUID, list[Notification]] = defaultdict(list)
    for row in rows:
        if row.channel == APP:
            found[row.user_id].append(row)
    return found


def _unsettled(event: Event, people: Iterable[UUID], at: datetime) -> QuerySet[Notification]:
    """Return what can still give way: emails not sent, and what nobody has read while it can be undone."""
    return said_before(event, people).filter(
        Q(channel=EMAIL, state="pending") | Q(channel=APP, state="sent", is_read=False, send_after__gt=at)
    )


def _drop(rows: QuerySet[Notification]) -> list[Notification]:
    dropped = list(rows.select_for_update().order_by("id"))
    for row in dropped:
        row.state = NOTIFICATION.find("drop", row.state).target
        row.version += 1
        row.save(update_fields=["state", "version"])
    return dropped


def _row(event: Event, news: News, person: UUID, channel: str, known: Known) -> Notification | None:
    say = news.say_by_mail or news.say if channel == EMAIL else news.say
    said = say(known)
    if said is None:
        return None
    return Notification(
        user_id=person,
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
