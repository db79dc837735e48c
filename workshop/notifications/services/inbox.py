"""A person's inbox: locked by whoever changes what is in it, and told anew with every change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now, real_now

from ..events import InboxEvent
from ..models import Inbox, Notification
from ..shapes import inbox_view, notification_view

LONGEST = 200
"""No list is longer than this, so that no more than the newest of what changed need be told."""


def lock_inboxes(people: Iterable[UUID]) -> list[Inbox]:
    """Return the inboxes of people, made where there are none and locked, in one order."""
    wanted = sorted(people)
    Inbox.objects.bulk_create([Inbox(user_id=id) for id in wanted], ignore_conflicts=True)
    rows = Inbox.objects.select_for_update(no_key=True).filter(user_id__in=wanted)
    return list(rows.order_by("user_id"))


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one locked inbox: what is shown new or otherwise, and what is gone."""

    event: type[InboxEvent]
    inbox: Inbox
    shown: Sequence[Notification] = ()
    gone: Sequence[Notification] = ()


def tell_changes(changes: Sequence[Change], *, actor: Actor) -> None:
    """Count again what locked inboxes hold unread, and record each change on its person's stream."""
    if not changes:
        return
    inboxes = [change.inbox for change in changes]
    unread = Notification.objects.filter(
        user__in=[inbox.user_id for inbox in inboxes],
        channel=Notification.Channel.APP,
        state="sent",
        is_read=False,
    )
    counts = dict(unread.values_list("user_id").annotate(Count("id")))
    for inbox in inboxes:
        inbox.unread, inbox.updated_at = counts.get(inbox.user_id, 0), real_now()
        inbox.version += 1
    Inbox.objects.bulk_update(inboxes, ["unread", "version", "updated_at"])
    for change in changes:
        record(_told(change), actor=actor, at=now())


def _told(change: Change) -> InboxEvent:
    newest = sorted(change.shown, key=lambda row: row.id)[-LONGEST:]
    person = change.inbox.user_id
    return change.event(
        stream=f"person:{person}",
        subject=f"inbox:{person}",
        data={
            "notifications": [notification_view(row) for row in newest],
            "removed": {"notifications": [str(row.id) for row in change.gone]},
            "inbox": inbox_view(person, change.inbox),
        },
    )
