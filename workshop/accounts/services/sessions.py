"""End sign-in sessions; HTTP stops at once and sockets within moments."""

from collections.abc import Iterable
from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound

from .. import policies
from ..events import SessionEnded, about_person
from ..models import SignInSession


@command
def act_in_center(*, actor: Actor, center_id: UUID) -> None:
    """Let the actor's session act in another centre; the caller knows that a role is held there."""
    SignInSession.objects.filter(pk=actor.open_session_id, ended_at__isnull=True).update(
        center_id=center_id, updated_at=real_now()
    )


@command
def sign_out(*, actor: Actor, session_id: UUID) -> None:
    """End the session one is signed in with; ending it twice is fine."""
    _end(actor, session_id, SignInSession.EndReason.SIGNED_OUT)


@command
def end_session(*, actor: Actor, session_id: UUID) -> None:
    """End one of the actor's own sessions, on another device for instance. Raises NotFound for a stranger's."""
    session = SignInSession.objects.filter(pk=session_id).first()
    if session is None or not policies.can_end_session(actor, session):
        raise NotFound
    _end(actor, session_id, SignInSession.EndReason.ENDED_BY_PERSON)


@command
def end_sessions(*, actor: Actor, person_id: UUID, reason: str, besides: UUID | None = None) -> int:
    """End every session of a person, `besides` one; return how many."""
    live = SignInSession.objects.select_for_update(no_key=True).filter(
        user_id=person_id, ended_at__isnull=True
    )
    sessions = list((live.exclude(pk=besides) if besides else live).order_by("id"))
    close(actor, sessions, reason)
    return len(sessions)


def close(actor: Actor, sessions: Iterable[SignInSession], reason: str) -> None:
    """Mark locked sessions as ended and say so on their person's stream."""
    at = real_now()
    for session in sessions:
        session.ended_at, session.end_reason = at, reason
        session.save(update_fields=["ended_at", "end_reason"])
        record(
            about_person(SessionEnded, session.user_id, session_id=str(session.id), reason=str(reason)),
            actor=actor,
            at=at,
        )


def _end(actor: Actor, session_id: UUID, reason: str) -> None:
    live = SignInSession.objects.select_for_update(no_key=True).filter(pk=session_id, ended_at__isnull=True)
    close(actor, list(live), reason)
