"""By what somebody without an account is known: a random id that their browser holds, sealed, in a cookie."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponseBase

from workshop.accounts import tokens
from workshop.kernel.clock import real_now

from .cookies import VISITOR_COOKIE, put

LIFETIME = timedelta(days=30)


def visitor_key(request: HttpRequest) -> str:
    """Return the key of this browser, an empty text when it has none yet."""
    proven = tokens.unseal(tokens.VISITOR, request.COOKIES.get(VISITOR_COOKIE, ""))
    return str(proven[0]) if proven else ""


def new_visitor_key() -> str:
    """Return a key for a browser that has none; let it keep that with `keep`."""
    return str(uuid4())


def keep(response: HttpResponseBase, key: str) -> None:
    """Let the browser keep its key for another 30 days."""
    token = tokens.seal(tokens.VISITOR, UUID(key))
    put(response, VISITOR_COOKIE, token, expires_at=real_now() + LIFETIME)
