"""The answer of everything that signs in: tokens and person; a browser's refresh token goes into a cookie."""

from typing import Any
from uuid import UUID

from django.conf import settings
from rest_framework.response import Response

from api.kit import cookies
from api.kit.auth import ActedRequest
from api.kit.people import person_shape
from api.kit.tokens import access_token
from workshop.accounts.models import SignInSession
from workshop.centers.selectors import open_to_all
from workshop.centers.standing import standing_of
from workshop.kernel.actor import Role
from workshop.kernel.errors import Unauthenticated

DESK = {"staff", "admin"}


def is_browser(request: ActedRequest) -> bool:
    """Say whether the client asks for cookies; no form of another site can send this header."""
    return request.META.get("HTTP_X_PITLANE_CLIENT") == "browser"


def signed_in(request: ActedRequest, session_id: UUID, refresh_token: str, *, status: int = 200) -> Response:
    """Answer with an open session."""
    standing = standing_of(session_id)
    if standing is None:
        raise Unauthenticated("session_ended", "You are not signed in any more.", next="Sign in again.")
    body: dict[str, Any] = {
        "access_token": access_token(standing),
        "expires_in": int(settings.ACCESS_TOKEN_LIFETIME.total_seconds()),
        "session_expires_at": standing.expires_at,
        "service_center_id": standing.center_id,
        "user": person_shape(standing),
    }
    if not is_browser(request):
        body["refresh_token"] = refresh_token
    response = Response(body, status=status, headers={"Cache-Control": "no-store"})
    if is_browser(request):
        until = standing.opened_at + settings.SESSION_ABSOLUTE[standing.kind]
        cookies.put(response, cookies.REFRESH_COOKIE, refresh_token, expires_at=until)
    return response


def kind_of(roles: tuple[Role, ...]) -> str:
    """Return what kind of session these roles get: the shortest of those that apply."""
    held = {role.role for role in roles}
    if held & DESK:
        return SignInSession.Kind.STAFF
    return SignInSession.Kind.TECHNICIAN if "technician" in held else SignInSession.Kind.CUSTOMER


def center_of(roles: tuple[Role, ...], wanted: UUID | None) -> UUID | None:
    """Return the centre to act in: the wanted one where a role is held, else the first that is.

    The network's administrators hold their role everywhere: without a wish they act in the centre first by name.
    """
    held = [role.center_id for role in roles if role.center_id and role.role != "customer"]
    everywhere = any(role.role == "admin" and role.center_id is None for role in roles)
    if wanted is not None and (wanted in held or everywhere):
        return wanted
    if held or not everywhere:
        return held[0] if held else None
    return open_to_all().order_by("name").values_list("id", flat=True).first()
