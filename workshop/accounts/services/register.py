"""Make an account, for oneself or for a customer at the desk."""

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

from ..events import PersonRegistered, about_person
from ..models.user import User, normal_email
from ..passwords import required_good


@command
def register(*, actor: Actor, email: str, password: str, phone: str = "") -> User:
    """Make the account of somebody who registers. It holds no role, and its email is not verified.

    Raises Conflict `email_taken`, also when the desk made that account: only a mailed link proves whose it is.
    Raises Invalid `password_too_weak`.
    """
    required_good(password, User(email=email, phone=phone), field="password")
    return _add(actor, email, phone, make_password(password))


@command
def add_person(
    *,
    actor: Actor,
    email: str | None = None,
    phone: str = "",
    password_hash: str | None = None,
    proven: bool = False,
) -> User:
    """Make an account for somebody else: without a password for who stands at the desk, or with one hashed before.

    With `proven` the caller vouches that the email is theirs. Raises Conflict `email_taken`.
    """
    return _add(actor, email, phone, password_hash, proven)


def _add(
    actor: Actor, email: str | None, phone: str, password_hash: str | None, proven: bool = False
) -> User:
    if email and User.objects.with_email(email).exists():
        raise _taken()
    person = User(
        email=normal_email(email) if email else None,
        phone=phone,
        password=password_hash or make_password(None),
        password_changed_at=real_now() if password_hash else None,
        email_verified_at=real_now() if email and proven else None,
    )
    try:
        person.save(force_insert=True)
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
