"""Django's door to the accounts: an email and a password."""

from typing import Any

from django.http import HttpRequest

from workshop.kernel.errors import Unauthenticated

from . import selectors
from .models import User
from .services import recognise


class EmailBackend:
    """Recognises a person by email, whatever its case, and password."""

    def authenticate(
        self, request: HttpRequest | None, email: str = "", password: str = "", **kwargs: Any
    ) -> User | None:
        """Return the active person, or None."""
        try:
            return recognise(email=email, password=password)
        except Unauthenticated:
            return None

    def get_user(self, user_id: Any) -> User | None:
        """Return the active person with this id, or None."""
        return selectors.active_person(user_id)
