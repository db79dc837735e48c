"""What became of an email that somebody was sending."""

from datetime import datetime, timedelta
from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now

from ..events import EmailNotDelivered
from ..models import Notification
from ..workflow import NOTIFICATION

MOST_TRIES = 5
FIRST_PAUSE = timedelta(seconds=30)
"""Before the second try; each later pause is four times as long, 32 minutes before the fifth."""


@command
def settle(*, notification_id: UUID, verb: str, error: str = "", at: datetime | None = None) -> Notification:
    """Note that an email was taken (`deliver`), refused (`put_back`), or that nobody knows (`lose`).

    What was refused is tried again later, five times in all. What is not delivered is told to the desk.
    """
    at = at or real_now()
    row = Notification.objects.select_for_update(no_key=True).get(pk=notification_id)
    if verb == "put_back" and (row.tries >= MOST_TRIES or row.state == "unknown"):
        verb = "give_up"
    if verb == "lose" and row.state == "unknown":
        return row
    row.state = NOTIFICATION.find(verb, row.state).target
    row.lease_until, row.error = None, error[:2000]
    if row.state == "sent":
        row.sent_at = at
    if row.state == "pending":
        row.send_after = at + FIRST_PAUSE * 4 ** (row.tries - 1)
    row.save(update_fields=["state", "lease_until", "error", "sent_at", "send_after"])
    if row.state in ("failed", "unknown") and row.center_id:
        _show(row)
    return row


@command
def lose_abandoned(*, at: datetime) -> int:
    """Give up knowing of emails whose senders are gone for longer than their lease; return how many.

    A killed process may have handed its email over or not. It is shown and never sent again: the desk can ask, and a
    customer who got two could not tell which one counts.
    """
    abandoned = Notification.objects.select_for_update(no_key=True, skip_locked=True).filter(
        state="sending", lease_until__lte=at
    )
    ids = list(abandoned.order_by("id").values_list("id", flat=True))
    for id in ids:
        settle(notification_id=id, verb="lose", error="The process that sent it ended.", at=at)
    return len(ids)


def _show(row: Notification) -> None:
    email = {
        "id": str(row.id),
        "user_id": str(row.user_id),
        "state": row.state,
        "title": row.title,
        "subject": row.subject,
    }
    record(
        EmailNotDelivered(stream=f"center:{row.center_id}", subject=f"email:{row.id}", data={"email": email}),
        actor=SYSTEM,
    )
