"""Reading one's notifications."""

from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound

from ..events import NotificationRead
from ..models import Inbox, Notification
from ..selectors import visible_to
from .inbox import LONGEST, Change, lock_inboxes, tell_changes

Read = tuple[list[Notification], Inbox]
"""What was read, and the inbox after it."""


@command
def read_notification(*, actor: Actor, notification_id: UUID) -> Read:
    """Note that one's notification was read; one that was already, stays as it is. Raises NotFound."""
    (inbox,) = lock_inboxes([actor.person_id])
    row = visible_to(actor).filter(pk=notification_id).first()
    if row is None:
        raise NotFound()
    if not row.is_read:
        _read([row], inbox, actor)
    return [row], inbox


@command
def read_all(*, actor: Actor) -> Read:
    """Note that all of one's notifications were read; return the newest of them."""
    (inbox,) = lock_inboxes([actor.person_id])
    rows = list(visible_to(actor).filter(is_read=False).order_by("id"))
    if rows:
        _read(rows, inbox, actor)
    return rows[-LONGEST:], inbox


def _read(rows: list[Notification], inbox: Inbox, actor: Actor) -> None:
    at = real_now()
    for row in rows:
        row.is_read, row.read_at, row.updated_at = True, at, at
        row.version += 1
    Notification.objects.bulk_update(rows, ["is_read", "read_at", "updated_at", "version"])
    tell_changes([Change(NotificationRead, inbox, rows)], actor=actor)
