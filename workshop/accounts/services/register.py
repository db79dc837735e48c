"""Make an account, for oneself or for a customer at the desk."""

from django.db import IntegrityError

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

from ..events import PersonRegistered, about_person
from ..models import User
from ..passwords import required_good


@command
def register(*, actor: Actor, email: str, password: str, phone: str = "") -> User:
    """Make the account of somebody who registers. It holds no role, and its email is not verified.

    Raises Conflict `email_taken`, also when the desk made that account: only a mailed link proves whose it is.
    Raises Invalid `password_too_weak`.
    """
    required_good(password, User(email=email, phone=phone), field="password")
    return _add(actor, email, phone, password)


@command
def add_person(*, actor: Actor, email: str | None = None, phone: str = "") -> User:
    """Make an account without a password for a person who stands at the desk. Raises Conflict `email_taken`."""
    return _add(actor, email, phone, None)


def _add(actor: Actor, email: str | None, phone: str, password: str | None) -> User:
    if email and User.objects.with_email(email).exists():
        raise _taken()
    changed_at = real_now() if password else None
    try:
        person = User.objects.create_user(
            email=email, phone=phone, password=password, password_changed_at=changed_at
        )
    except IntegrityError as error:
        if "user_email_unique" not in str(error):
            raise
        raise _taken() from error
    record(about_person(PersonRegistered, person.id), actor=actor, at=real_now())
    return person


def _taken() -> Conflict:
    return Conflict(
        "email_taken",
        "There is already an account with this email.",
        next="Sign in, or ask for a link to set a new password.",
        fields={"email": ["There is already an account with this email."]},
    )
