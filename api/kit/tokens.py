"""Access tokens: five minutes of proof of a sign-in session. What they say of roles is a hint for the client."""

from uuid import UUID

from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken

from workshop.centers.standing import Standing
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
        return UUID(AccessToken(text)["sid"])  # type: ignore[arg-type]
    except (TokenError, KeyError, ValueError, AttributeError, TypeError) as error:
        expired = type(error).__name__ == "ExpiredTokenError"
        raise Unauthenticated(
            "token_expired" if expired else "token_invalid",
            "Your access token has expired." if expired else "This access token is not valid.",
            next="Refresh it, or sign in again.",
        ) from error
