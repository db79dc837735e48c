"""Socket tickets: issued to whoever holds a session, redeemed once, within 30 s."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import connection

from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, Unauthenticated

from ..models import SocketTicket
from ..tokens import TICKET, seal, unseal

HOLDER = {"person": "session_id", "link": "link_session_id", "device": "device_id"}
TAKE = f"""
DELETE FROM accounts_socketticket WHERE id = ANY(%s) AND expires_at > clock_timestamp()
RETURNING id, {", ".join(HOLDER.values())}
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
    return seal(TICKET, SocketTicket.objects.create(expires_at=expires_at, **{column: holder}).id)


def redeem_ticket(*, token: str) -> Redeemed:
    """Use a ticket up and return whose it was; of any number at once exactly one succeeds.

    The session itself is not looked at: read it by `selectors` next. Raises Unauthenticated `ticket_invalid`.
    """
    (redeemed,) = redeem_tickets(tokens=[token])
    if redeemed is None:
        raise ticket_invalid()
    return redeemed


def redeem_tickets(*, tokens: Sequence[str]) -> list[Redeemed | None]:
    """Use many tickets up in one statement; return whose each was, None for one that is no good."""
    proven = [unseal(TICKET, token) for token in tokens]
    taken = take({claim[0] for claim in proven if claim})
    return [taken.pop(claim[0], None) if claim else None for claim in proven]


def ticket_invalid() -> Unauthenticated:
    """Return the refusal of a ticket that is no good."""
    return Unauthenticated(
        "ticket_invalid", "This socket ticket was used, is too old or is not one.", next="Ask for a new one."
    )


def take(ticket_ids: Collection[UUID]) -> dict[UUID, Redeemed]:
    """Delete those tickets that are in time; return whose they were, of those that this call deleted."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE, (sorted(ticket_ids),))
        return {id: _holder(columns) for id, *columns in cursor.fetchall()}


def _holder(columns: Sequence[UUID | None]) -> Redeemed:
    return next(
        Redeemed(kind, holder) for kind, holder in zip(HOLDER, columns, strict=True) if holder is not None
    )
