"""A person's inbox: locked by whoever changes what is in it, and told anew with every change."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now

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


def tell_change(
    event: type[InboxEvent],
    inbox: Inbox,
    *,
    actor: Actor,
    shown: Sequence[Notification] = (),
    gone: Sequence[Notification] = (),
    at: datetime | None = None,
) -> None:
    """Count again what a locked inbox holds unread, and record the change on its person's stream."""
    inbox.unread = Notification.objects.filter(
        user_id=inbox.user_id, channel=Notification.Channel.APP, state="sent", is_read=False
    ).count()
    inbox.version += 1
    inbox.save(update_fields=["unread", "version"])
    newest = sorted(shown, key=lambda row: row.id)[-LONGEST:]
    record(
        event(
            stream=f"person:{inbox.user_id}",
            subject=f"inbox:{inbox.user_id}",
            data={
                "notifications": [notification_view(row) for row in newest],
                "removed": {"notifications": [str(row.id) for row in gone]},
                "inbox": inbox_view(inbox.user_id, inbox),
            },
        ),
        actor=actor,
        at=at or now(),
    )
