"""Sending the emails that are due, each by one process and at most once for all that can be known."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from django.db.models import Exists, OuterRef, QuerySet

from workshop.events.command import command
from workshop.events.models import Event, ReactionRun
from workshop.kernel.clock import real_now

from ..kinds import events
from ..mail import address_of, email_of
from ..models import Notification
from ..post import Post, Refused, Unreachable
from ..workflow import NOTIFICATION
from .settle import lose_abandoned, settle

BATCH = 50
LEASE = timedelta(seconds=45)
"""Longer than handing one over takes (settings.EMAIL_TIMEOUT); after it nobody is taken to be at it any more."""
TELLING = "notifications.tell_people"
"""The reaction that tells."""


@dataclass(slots=True)
class Tally:
    """What one round of sending came to."""

    sent: int = 0
    refused: int = 0
    lost: int = 0


def send_due(*, at: datetime | None = None, limit: int = BATCH) -> Tally:
    """Send what is due, one after the other, and give up knowing of what somebody else left behind half sent.

    `at` is the real moment. A server that is away, or breaks off, ends the round: the next one asks it again.
    """
    tally = Tally(lost=lose_abandoned(at=at or real_now()))
    post = Post()
    try:
        for _ in range(limit):
            row = claim(at=at or real_now())
            if row is None or not _send(row, post, tally):
                break
    finally:
        post.close()
    return tally


def _send(row: Notification, post: Post, tally: Tally) -> bool:
    """Hand over one email and note what became of it; return whether it is worth going on."""
    try:
        post.hand_over(_written(row))
    except Refused as error:
        settle(notification_id=row.id, verb="put_back", error=str(error))
        tally.refused += 1
        return not isinstance(error, Unreachable)
    except Exception as error:  # whatever broke off, nobody knows whether the server has it
        settle(notification_id=row.id, verb="lose", error=repr(error))
        tally.lost += 1
        return False
    settle(notification_id=row.id, verb="deliver")
    tally.sent += 1
    return True


def _written(row: Notification) -> EmailMessage:
    try:
        email = email_of(row)
        email.message()
    except Exception as error:  # it was not even written, so nobody has it
        raise Refused(repr(error)) from error
    return email


@command
def claim(*, at: datetime) -> Notification | None:
    """Take the email that is due the longest for this process alone, under a lease; None when none is.

    What a later event of its subject may still overtake is left until that event was told.
    """
    while (row := _due(at).first()) is not None:
        reachable = row.user.is_active and bool(address_of(row))
        row.state = NOTIFICATION.find("claim" if reachable else "drop", row.state).target
        row.lease_until = at + LEASE if reachable else None
        row.tries += reachable
        row.save(update_fields=["state", "lease_until", "tries"])
        if reachable:
            break
    return row


def _due(at: datetime) -> QuerySet[Notification]:
    names = [event.name for pressing in (True, False) for event in events(pressing=pressing)]
    told = ReactionRun.objects.filter(event=OuterRef("pk"), reaction=TELLING, state="done")
    untold = Event.objects.filter(
        ~Exists(told),
        stream=OuterRef("stream"),
        subject=OuterRef("subject"),
        number__gt=OuterRef("number"),
        name__in=names,
    )
    rows = Notification.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    due = rows.filter(~Exists(untold), channel="email", state="pending", send_after__lte=at)
    return due.select_related("user", "center").order_by("send_after", "id")
