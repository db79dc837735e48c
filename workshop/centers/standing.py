"""Who a live sign-in session acts for: the person, the name and the roles held now, in one statement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from workshop.events.prepared import run
from workshop.kernel.actor import Actor, Origin, Role

STANDING = """
SELECT s.id, s.user_id, s.kind, s.center_id, s.expires_at, s.created_at, u.email, u.phone,
       COALESCE(f.name, NULLIF(trim(c.first_name || ' ' || c.last_name), ''), u.email, u.phone),
       COALESCE(f.is_lead, false), COALESCE(f.is_driver, false),
       ARRAY(SELECT m.role || ':' || COALESCE(m.center_id::text, '') FROM centers_membership m
              WHERE m.user_id = u.id AND m.ended_at IS NULL ORDER BY m.id)
  FROM accounts_signinsession s
  JOIN accounts_user u ON u.id = s.user_id AND u.is_active
  LEFT JOIN centers_staffprofile f ON f.user_id = u.id
  LEFT JOIN centers_customerprofile c ON c.user_id = u.id
 WHERE s.id = ANY(%s) AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A live session and what its person may claim. `center_id` is the centre the session acts in."""

    session_id: UUID
    person_id: UUID
    kind: str
    center_id: UUID | None
    expires_at: datetime
    opened_at: datetime
    email: str
    phone: str
    name: str
    roles: tuple[Role, ...]

    def actor(self, origin: Origin | None = None) -> Actor:
        """Return the person as the actor of a command."""
        return Actor(
            "person", self.person_id, self.name, self.roles, self.session_id, origin=origin or Origin()
        )


def standing_of(session_id: UUID) -> Standing | None:
    """Return what a session stands for; None when it ended or expired, or its person was deactivated."""
    return standings_of([session_id]).get(session_id)


def standings_of(session_ids: Collection[UUID]) -> dict[UUID, Standing]:
    """Return what those of many sessions stand for that are still live, in one statement."""
    (found,) = run((STANDING, (list(session_ids),)))
    return {standing.session_id: standing for standing in map(_standing, found.rows)}


def _standing(row: tuple[Any, ...]) -> Standing:
    session_id, person_id, kind, center_id, expires_at, opened_at, email, phone, name, lead, driver, held = (
        row
    )
    return Standing(
        session_id=session_id,
        person_id=person_id,
        kind=kind,
        center_id=center_id,
        expires_at=expires_at,
        opened_at=opened_at,
        email=email or "",
        phone=phone,
        name=name,
        roles=tuple(_role(text, lead, driver) for text in held),
    )


def _role(text: str, lead: bool, driver: bool) -> Role:
    role, _, center = text.partition(":")
    return Role(role, UUID(center) if center else None, lead, driver)
