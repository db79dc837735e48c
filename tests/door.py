"""A client of the API: JSON in and out, signed in as somebody without the cost of a password."""

import json
import secrets
from typing import Any
from uuid import UUID

from django.core.signals import setting_changed
from django.http import HttpResponse
from django.test import Client
from django.test.client import ClientHandler

from api.auth.answers import kind_of
from api.kit.tokens import access_token
from workshop.accounts import services
from workshop.accounts.models import User
from workshop.centers.selectors import roles_of
from workshop.centers.standing import standing_of
from workshop.kernel.actor import VISITOR

PASSWORD = "quiet torque wrench"
HANDLER = ClientHandler()
"""Every door leads to the same middleware, as in a server: WhiteNoise lists each static file when it is made."""


def _made_anew(**changed: Any) -> None:
    HANDLER._middleware_chain = None


setting_changed.connect(_made_anew)


class Door:
    """Somebody in front of the API, from an address of their own, so that limits on addresses do not add up."""

    def __init__(self, user: User | None = None) -> None:
        self.client = Client(raise_request_exception=False)
        self.client.handler = HANDLER
        self.address = f"10.{'.'.join(str(secrets.randbelow(255)) for _ in range(3))}"
        self.headers: dict[str, str] = {}
        self.session_id: UUID | None = None
        self.refresh_token = ""
        if user is not None:
            session, self.refresh_token = services.sign_in(
                actor=VISITOR, person=user, kind=kind_of(roles_of(user.id))
            )
            self.session_id = session.id
            standing = standing_of(session.id)
            assert standing is not None
            self.headers["Authorization"] = f"Bearer {access_token(standing)}"

    def as_(self, user: User | None) -> "Door":
        """Return another door, with this person in front of it; None is a visitor."""
        return Door(user)

    def get(self, path: str, **headers: str) -> HttpResponse:
        """GET."""
        return self.send("GET", path, None, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """POST JSON."""
        return self.send("POST", path, body, **headers)

    def put(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """PUT JSON."""
        return self.send("PUT", path, body, **headers)

    def delete(self, path: str, **headers: str) -> HttpResponse:
        """DELETE."""
        return self.send("DELETE", path, None, **headers)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Send a request; bytes and texts go as they are. Headers are named with underscores."""
        sent = body if isinstance(body, bytes | str) else b"" if body is None else json.dumps(body)
        said = {name.replace("_", "-"): text for name, text in headers.items()}
        answer: HttpResponse = self.client.generic(
            method,
            path,
            sent,
            content_type="application/json",
            headers={**self.headers, **said},
            REMOTE_ADDR=self.address,
        )
        return answer


def somebody(email: str | None = None, **more: Any) -> User:
    """Make a person who can sign in with PASSWORD."""
    made: User = services.register(
        actor=VISITOR, email=email or f"{secrets.token_hex(6)}@example.com", password=PASSWORD, **more
    )
    return made
