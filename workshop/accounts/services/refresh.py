"""Exchange a refresh token for the next one of its family."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Unauthenticated

from .. import tokens
from ..models import SignInSession, User
from .sessions import close
from .sign_in import expiry


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A live session, the person who signed in, and the refresh token now in force."""

    session: SignInSession
    person: User
    refresh_token: str


def refresh(*, actor: Actor, token: str) -> Refreshed:
    """Rotate the family's token and keep the session alive.

    A second tab that sends the token before this one, within 20 s, gets the token now in force. Any older one
    ends the family. Raises Unauthenticated `session_ended`.
    """
    proven = tokens.unseal(tokens.REFRESH, token)
    if proven is None:
        raise _ended()
    refreshed = _rotate(actor=actor, session_id=proven[0], generation=proven[1])
    if refreshed is None:
        raise _ended()
    return refreshed


@command
def _rotate(*, actor: Actor, session_id: UUID, generation: int) -> Refreshed | None:
    session = (
        SignInSession.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user")
        .filter(pk=session_id)
        .first()
    )
    at = real_now()
    if session is None or session.ended_at or session.expires_at <= at or not session.user.is_active:
        return None
    if generation == session.generation:
        session.generation += 1
        session.rotated_at = at
    elif not _second_tab(session, generation):
        close(actor, [session], SignInSession.EndReason.REPLAYED)
        return None
    session.last_used_at = at
    session.expires_at = expiry(session.kind, opened_at=session.created_at, used_at=at)
    session.save(update_fields=["generation", "rotated_at", "last_used_at", "expires_at"])
    return Refreshed(session, session.user, tokens.seal(tokens.REFRESH, session.id, session.generation))


def _second_tab(session: SignInSession, generation: int) -> bool:
    return (
        generation == session.generation - 1
        and session.rotated_at is not None
        and real_now() - session.rotated_at <= settings.REFRESH_GRACE
    )


def _ended() -> Unauthenticated:
    return Unauthenticated("session_ended", "You are not signed in any more.", next="Sign in again.")
