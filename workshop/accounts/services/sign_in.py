"""Recognise a person by email and password, and open a sign-in session."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Unauthenticated

from .. import tokens
from ..models import SignInSession, User

UNUSABLE = "!"


def recognise(*, email: str, password: str) -> User:
    """Return the person with this email and password. It takes as long for an email that nobody has.

    Raises Unauthenticated `wrong_credentials`, and `account_deactivated` to who knows the password.
    """
    person = User.objects.with_email(email).first()
    if person is None:
        check_password(password, UNUSABLE)
    if person is None or not person.check_password(password):
        raise Unauthenticated(
            "wrong_credentials",
            "This email and this password do not belong together.",
            next="Check both, or ask for a link to set a new password.",
        )
    if not person.is_active:
        raise Unauthenticated(
            "account_deactivated", "This account has been deactivated.", next="Ask the service centre."
        )
    return person


@command
def sign_in(
    *, actor: Actor, person: User, kind: str, center_id: UUID | None = None
) -> tuple[SignInSession, str]:
    """Open a session for a recognised person, acting in one centre; return it with its refresh token.

    `kind` is one of SignInSession.Kind and decides how long it lasts.
    """
    at = real_now()
    session = SignInSession.objects.create(
        user=person,
        kind=kind,
        center_id=center_id,
        user_agent=actor.origin.user_agent[:200],
        ip_address=actor.origin.ip_address or None,
        created_at=at,
        last_used_at=at,
        expires_at=expiry(kind, opened_at=at, used_at=at),
    )
    User.objects.filter(pk=person.pk).update(last_login=at)
    return session, tokens.seal(tokens.REFRESH, session.id, session.generation)


def expiry(kind: str, *, opened_at: datetime, used_at: datetime) -> datetime:
    """Return when a session ends if it is not used again."""
    return min(used_at + settings.SESSION_IDLE[kind], opened_at + settings.SESSION_ABSOLUTE[kind])
