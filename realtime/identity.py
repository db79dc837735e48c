"""Who a socket belongs to: admitted once by a ticket, read again whenever access may have changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from workshop.accounts.selectors import device_actor, link_actor
from workshop.accounts.services import redeem_ticket
from workshop.accounts.services.tickets import Redeemed
from workshop.centers.standing import standing_of
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Unauthenticated

LIVE = {
    "person": "SELECT id FROM accounts_signinsession WHERE id = ANY(%s) AND ended_at IS NULL"
    " AND expires_at > clock_timestamp()",
    "link": "SELECT id FROM accounts_linksession WHERE id = ANY(%s) AND ended_at IS NULL"
    " AND expires_at > clock_timestamp()",
    "device": "SELECT id FROM accounts_device WHERE id = ANY(%s) AND revoked_at IS NULL",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor, what it came by (`holder`), and the streams that tell when its access changes."""

    actor: Actor
    holder: Redeemed
    follows: tuple[str, ...]


def admit(ticket: str) -> Identity:
    """Use a ticket up and return whose it was. Raises Unauthenticated `ticket_invalid` or `session_ended`."""
    identity = identify(redeem_ticket(token=ticket))
    if identity is None:
        raise Unauthenticated("session_ended", "You are not signed in any more.")
    return identity


def identify(holder: Redeemed) -> Identity | None:
    """Return who holds a session, a link session or a device now; None when it opens nothing any more."""
    if holder.kind == "link":
        found = link_actor(holder.holder_id)
        if found is None:
            return None
        actor, links = found
        return Identity(actor, holder, (f"person:{actor.id}", *(f"link:{link}" for link in sorted(links))))
    if holder.kind == "device":
        screen = device_actor(holder.holder_id)
        return None if screen is None else Identity(screen, holder, (f"device:{screen.id}",))
    standing = standing_of(holder.holder_id)
    if standing is None:
        return None
    actor = standing.actor()
    return Identity(actor, holder, (f"person:{actor.id}",))


def ended(holders: Iterable[Redeemed]) -> set[UUID]:
    """Return the ids of those holders that are no longer live, by expiry or otherwise: one query a kind."""
    asked: dict[str, set[UUID]] = {}
    for holder in holders:
        asked.setdefault(holder.kind, set()).add(holder.holder_id)
    gone: set[UUID] = set()
    with connection.cursor() as cursor:
        for kind, ids in asked.items():
            cursor.execute(LIVE[kind], (list(ids),))
            gone |= ids - {id for (id,) in cursor.fetchall()}
    return gone
