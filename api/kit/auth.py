"""Who asks: a person by access token, the holder of a link or a paired screen by cookie, or a visitor.

Every request gets `request.actor`. The roles are read from the database each time, so a change counts at once.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from workshop.accounts.selectors import device_actor, device_id, link_actor, link_session_id
from workshop.centers.standing import Standing, standing_of
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Unauthenticated

from .cookies import DEVICE_COOKIE, LINK_COOKIE
from .origin import origin
from .people import Caller
from .tokens import session_of


class ActedRequest(Request):
    """A request as views see it: `actor` is who asks; `standing` only behind SessionTokenAuthentication."""

    actor: Actor
    standing: Standing


class _Authentication(BaseAuthentication):
    """Gives a visitor the visitor's actor and leaves the rest to the one who knows the credentials."""

    def authenticate(self, request: Request) -> tuple[Caller, Any] | None:
        """Return the caller, or None when this way of asking was not used."""
        plain: HttpRequest = request._request
        actor = self.actor(plain)
        if actor is None:
            plain.actor = Actor("visitor", origin=origin(plain))  # type: ignore[attr-defined]
            return None
        plain.actor = actor  # type: ignore[attr-defined]
        return Caller(actor.id or UUID(int=0)), None

    def authenticate_header(self, request: Request) -> str:
        """Make refusals 401 with a challenge."""
        return "Bearer"

    def actor(self, request: HttpRequest) -> Actor | None:
        """Return who asks by this way."""
        raise NotImplementedError


class SessionTokenAuthentication(_Authentication):
    """`Authorization: Bearer <access token>` of a session that is still live."""

    def actor(self, request: HttpRequest) -> Actor | None:
        """Return the person; raise Unauthenticated when the token or its session is no good any more."""
        token = bearer(request)
        if not token:
            return None
        standing = standing_of(session_of(token))
        if standing is None:
            raise Unauthenticated("session_ended", "You are not signed in any more.", next="Sign in again.")
        request.standing = standing  # type: ignore[attr-defined]
        return standing.actor(origin(request))


class LinkCookieAuthentication(_Authentication):
    """The HttpOnly cookie that a link was exchanged for."""

    def actor(self, request: HttpRequest) -> Actor | None:
        """Return who holds the links that still stand."""
        session_id = link_session_id(request.COOKIES.get(LINK_COOKIE, ""))
        found = link_actor(session_id, origin(request)) if session_id else None
        return found[0] if found else None


class DeviceCookieAuthentication(_Authentication):
    """The HttpOnly cookie of a paired screen."""

    def actor(self, request: HttpRequest) -> Actor | None:
        """Return the screen while it is paired."""
        id = device_id(request.COOKIES.get(DEVICE_COOKIE, ""))
        return device_actor(id, origin(request)) if id else None


class VisitorAuthentication(_Authentication):
    """Nobody in particular: an expired token in the request does not stand in the way of signing in."""

    def actor(self, request: HttpRequest) -> Actor | None:
        """Return nobody."""
        return None


class GuestAuthentication(SessionTokenAuthentication):
    """A person where a token says so, else nobody: what is public is better for who is known.

    `standing` is there for a person only.
    """

    def actor(self, request: HttpRequest) -> Actor | None:
        """Return the person; None also for a token that is no good any more."""
        try:
            return super().actor(request)
        except Unauthenticated:
            return None


def bearer(request: HttpRequest) -> str:
    """Return the access token a request carries, an empty text when it carries none."""
    scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
