"""Access tokens: five minutes of proof of a sign-in session. What they say of roles is a hint for the client."""

from functools import lru_cache
from uuid import UUID

from rest_framework_simplejwt.exceptions import ExpiredTokenError, TokenError
from rest_framework_simplejwt.tokens import AccessToken

from workshop.centers.standing import Standing
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Unauthenticated

from .people import role_claims


def access_token(standing: Standing) -> str:
    """Return the signed access token of a live session."""
    token = AccessToken()
    token["user_id"] = str(standing.person_id)
    token["email"] = standing.email
    token["roles"] = role_claims(standing)
    token["service_center_id"] = str(standing.center_id) if standing.center_id else None
    token["sid"] = str(standing.session_id)
    return str(token)


def session_of(text: str) -> UUID:
    """Return the session a token proves; raise Unauthenticated `token_invalid` or `token_expired`."""
    try:
        session_id, expires = _proven(text)
    except ExpiredTokenError as error:
        raise _expired() from error
    except (TokenError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise Unauthenticated(
            "token_invalid", "This access token is not valid.", next="Refresh it, or sign in again."
        ) from error
    if expires <= real_now().timestamp():
        raise _expired()
    return session_id


@lru_cache(maxsize=4096)
def _proven(text: str) -> tuple[UUID, int]:
    """Return a token's session and its end in Unix seconds; a signature stays true, so it is checked once."""
    token = AccessToken(text)  # type: ignore[arg-type]
    return UUID(token["sid"]), int(token["exp"])


def _expired() -> Unauthenticated:
    return Unauthenticated(
        "token_expired", "Your access token has expired.", next="Refresh it, or sign in again."
    )
