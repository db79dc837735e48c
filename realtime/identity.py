"""Who a socket belongs to: admitted once by a ticket, read again whenever access may have changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from workshop.accounts.selectors import device_actor, link_actor
from workshop.accounts.services import Redeemed, redeem_tickets, ticket_invalid
from workshop.centers.standing import standings_of
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Unauthenticated

LIVE = {
    "person": """
SELECT id FROM accounts_signinsession
 WHERE id = ANY(%s) AND ended_at IS NULL AND expires_at > clock_timestamp()""",
    "link": """
SELECT DISTINCT s.id FROM accounts_linksession s
  JOIN accounts_linkgrant g ON g.session_id = s.id
  JOIN accounts_accesslink l ON l.id = g.link_id AND l.generation = g.generation
       AND l.revoked_at IS NULL AND l.expires_at > clock_timestamp()
 WHERE s.id = ANY(%s) AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()""",
    "device": "SELECT id FROM accounts_device WHERE id = ANY(%s) AND revoked_at IS NULL",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor, what it came by (`holder`), and the streams that tell when its access changes."""

    actor: Actor
    holder: Redeemed
    follows: tuple[str, ...]


def admit(tickets: Sequence[str]) -> list[Identity | Exception]:
    """Use tickets up and return whose each was, or Unauthenticated `ticket_invalid` or `session_ended`."""
    holders = redeem_tickets(tokens=tickets)
    found = identified([holder for holder in holders if holder is not None])
    return [
        ticket_invalid() if holder is None else found.get(holder) or session_ended() for holder in holders
    ]


def identified(holders: Sequence[Redeemed]) -> dict[Redeemed, Identity]:
    """Return who holds each session, link session or device now, of those that still open anything."""
    persons = standings_of({holder.holder_id for holder in holders if holder.kind == "person"})
    found: dict[Redeemed, Identity] = {}
    for holder in set(holders):
        if holder.kind == "person":
            standing = persons.get(holder.holder_id)
            identity = _of_person(holder, standing.actor()) if standing else None
        else:
            identity = _of_link(holder) if holder.kind == "link" else _of_device(holder)
        if identity is not None:
            found[holder] = identity
    return found


def identify(holder: Redeemed) -> Identity | None:
    """Return who holds a session, a link session or a device now; None when it opens nothing any more."""
    return identified([holder]).get(holder)


def session_ended() -> Unauthenticated:
    """Return the refusal of somebody whose session is over."""
    return Unauthenticated("session_ended", "You are not signed in any more.")


def _of_person(holder: Redeemed, actor: Actor) -> Identity:
    return Identity(actor, holder, (f"person:{actor.id}",))


def _of_link(holder: Redeemed) -> Identity | None:
    found = link_actor(holder.holder_id)
    if found is None:
        return None
    actor, links = found
    return Identity(actor, holder, (f"person:{actor.id}", *(f"link:{link}" for link in sorted(links))))


def _of_device(holder: Redeemed) -> Identity | None:
    screen = device_actor(holder.holder_id)
    return None if screen is None else Identity(screen, holder, (f"device:{screen.id}",))


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
