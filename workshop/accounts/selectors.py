"""Who is signed in by what, and a person's own sessions."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from workshop.kernel.actor import Actor, Origin
from workshop.kernel.clock import real_now

from . import tokens
from .models import Device, SignInSession, User

LINK_ACTOR = """
SELECT s.person_id, array_agg(DISTINCT l.kind || ':' || l.subject_id), array_agg(DISTINCT l.id::text)
  FROM accounts_linksession s
  JOIN accounts_user u ON u.id = s.person_id AND u.is_active
  JOIN accounts_linkgrant g ON g.session_id = s.id
  JOIN accounts_accesslink l ON l.id = g.link_id AND l.generation = g.generation
       AND l.revoked_at IS NULL AND l.expires_at > clock_timestamp()
 WHERE s.id = %s AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
 GROUP BY s.person_id
"""


def active_person(person_id: Any) -> User | None:
    """Return a person who has not been deactivated."""
    return User.objects.filter(pk=person_id, is_active=True).first()


def live_sessions(person_id: UUID) -> list[SignInSession]:
    """Return a person's live sign-in sessions, the one used last first."""
    live = SignInSession.objects.filter(user_id=person_id, ended_at__isnull=True, expires_at__gt=real_now())
    return list(live.order_by("-last_used_at"))


def refresh_session_id(token: str) -> UUID | None:
    """Return the sign-in session a refresh token belongs to, whatever its generation, if it was sealed here."""
    proven = tokens.unseal(tokens.REFRESH, token)
    return proven[0] if proven else None


def link_session_id(token: str) -> UUID | None:
    """Return the link session a cookie names, if it was sealed here."""
    proven = tokens.unseal(tokens.LINK_SESSION, token)
    return proven[0] if proven else None


def device_id(token: str) -> UUID | None:
    """Return the device a cookie names, if it was sealed here."""
    proven = tokens.unseal(tokens.DEVICE, token)
    return proven[0] if proven else None


def link_actor(session_id: UUID, origin: Origin | None = None) -> tuple[Actor, list[str]] | None:
    """Return who acts by a live link session and the ids of its live links; None when none is left."""
    with connection.cursor() as cursor:
        cursor.execute(LINK_ACTOR, (session_id,))
        row = cursor.fetchone()
    if row is None:
        return None
    person_id, scopes, links = row
    actor = Actor(
        kind="link", id=person_id, session_id=session_id, scopes=frozenset(scopes), origin=origin or Origin()
    )
    return actor, links


def device_actor(id: UUID, origin: Origin | None = None) -> Actor | None:
    """Return the screen as an actor that may look at its centre's floor; None until paired and once revoked."""
    device = Device.objects.filter(pk=id, paired_at__isnull=False, revoked_at__isnull=True).first()
    if device is None:
        return None
    scopes = frozenset({f"floor:{device.center_id}"})
    return Actor(kind="device", id=device.id, name=device.name, scopes=scopes, origin=origin or Origin())


def screens_of(actor: Actor) -> QuerySet[Device]:
    """Return the paired screens of the centres at whose desk an actor works."""
    rows = Device.objects.filter(paired_at__isnull=False, revoked_at__isnull=True)
    return rows if actor.runs_network else rows.filter(center_id__in=actor.centers("staff", "admin"))
