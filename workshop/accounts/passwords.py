"""What a password must be."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from workshop.kernel.errors import Invalid

from .models import User


def required_good(password: str, person: User, *, field: str) -> None:
    """Raise Invalid `password_too_weak`, with what is wrong under `field`, unless the password may be used."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid(
            "password_too_weak",
            "This password is too easy to guess.",
            next="Choose a longer one that is not a common word.",
            fields={field: error.messages},
        ) from error
