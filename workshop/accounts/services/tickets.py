"""Socket tickets: issued to whoever holds a session, redeemed once, within 30 s."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import connection

from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, Unauthenticated

from .. import tokens
from ..models import SocketTicket

HOLDER = {"person": "session_id", "link": "link_session_id", "device": "device_id"}
TAKE = f"""
DELETE FROM accounts_socketticket WHERE id = %s AND expires_at > clock_timestamp()
RETURNING {", ".join(HOLDER.values())}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Whose ticket it was: the `kind` of actor and the id of the sign-in session, link session or device."""

    kind: str
    holder_id: UUID


def issue_ticket(*, actor: Actor) -> str:
    """Return a ticket for the session the actor came with. Raises Forbidden when there is none.

    It is no command: nothing happened yet, and the row is gone within a minute.
    """
    column = HOLDER.get(actor.kind)
    holder = actor.id if actor.kind == "device" else actor.session_id
    if column is None or holder is None:
        raise Forbidden
    expires_at = real_now() + settings.SOCKET_TICKET_LIFETIME
    return tokens.seal(
        tokens.TICKET, SocketTicket.objects.create(expires_at=expires_at, **{column: holder}).id
    )


def redeem_ticket(*, token: str) -> Redeemed:
    """Use a ticket up and return whose it was; of any number at once exactly one succeeds.

    The session itself is not looked at: read it by `selectors` next. Raises Unauthenticated `ticket_invalid`.
    """
    proven = tokens.unseal(tokens.TICKET, token)
    row = proven and take(proven[0])
    if not row:
        raise Unauthenticated(
            "ticket_invalid",
            "This socket ticket was used, is too old or is not one.",
            next="Ask for a new one.",
        )
    return row


def take(ticket_id: UUID) -> Redeemed | None:
    """Delete a ticket that is in time; return whose it was if this call deleted it."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, (ticket_id,))
        row = cursor.fetchone()
    if row is None:
        return None
    return next(
        Redeemed(kind, holder) for kind, holder in zip(HOLDER, row, strict=True) if holder is not None
    )
