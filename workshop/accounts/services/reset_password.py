"""Mailed links that set a password, once: an hour for who forgot theirs, a week for who is invited and has none."""

from datetime import UTC, datetime, timedelta

from django.conf import settings

from workshop.events.command import command
from workshop.events.log import record
from workshop.events.models import Event
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Invalid

from .. import tokens
from ..events import PasswordResetRequested, about_person
from ..models import User
from .change_password import set_password

ONE_MAIL_PER = timedelta(minutes=1)
RESET, INVITATION = "reset", "invitation"


def reset_token(person: User, requested_at: int) -> str:
    """Return the token of a request made at `requested_at` (Unix seconds); a new password makes it worthless."""
    return tokens.seal(_purpose(person, RESET), person.id, requested_at)


def invitation_token(person: User, invited_at: int) -> str:
    """Return the token of an invitation made at `invited_at` (Unix seconds) to who has no password yet."""
    return tokens.seal(_purpose(person, INVITATION), person.id, invited_at)


@command
def request_reset(*, actor: Actor, email: str) -> None:
    """Ask for a link by mail. Nothing tells whether there is such a person; one mail a minute is sent at most."""
    person = User.objects.with_email(email).filter(is_active=True).select_for_update(no_key=True).first()
    if person is None:
        return
    at = real_now()
    event = about_person(PasswordResetRequested, person.id, requested_at=int(at.timestamp()))
    recent = Event.objects.filter(
        stream=event.stream, subject=event.subject, name=event.name, recorded_at__gt=at - ONE_MAIL_PER
    )
    if not recent.exists():
        record(event, actor=actor, at=at)


@command
def reset_password(*, actor: Actor, token: str, password: str) -> User:
    """Set a new password by a mailed link, which proves the email, and end every session.

    Raises Invalid `reset_link_invalid` (forged, used or too old) or `password_too_weak`.
    """
    claimed = tokens.claim(token)
    person = (
        claimed and User.objects.select_for_update(no_key=True).filter(pk=claimed[0], is_active=True).first()
    )
    if not person or not _opens(person, token):
        raise Invalid(
            "reset_link_invalid",
            "This link does not work any more.",
            next="Ask for a new one by “Forgot password” where you sign in.",
            fields={"token": ["This link was used, is too old or is incomplete."]},
        )
    if person.email_verified_at is None:
        person.email_verified_at = real_now()
        person.save(update_fields=["email_verified_at"])
    set_password(actor=actor, person=person, password=password, by="reset", field="password")
    return person


def _opens(person: User, token: str) -> bool:
    """Say whether the token was sealed for either purpose, each of which has its own lifetime."""
    lifetimes = {RESET: settings.RESET_LINK_LIFETIME, INVITATION: settings.INVITATION_LIFETIME}
    for why, lifetime in lifetimes.items():
        proven = tokens.unseal(_purpose(person, why), token)
        if proven is not None:
            age = real_now() - datetime.fromtimestamp(proven[1], UTC)
            return timedelta(seconds=-60) <= age <= lifetime
    return False


def _purpose(person: User, why: str) -> str:
    return f"{why}:{person.email}:{person.password}"
