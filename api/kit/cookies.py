"""The cookies: HttpOnly, SameSite=Strict, and Secure wherever TLS is."""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponseBase

REFRESH_COOKIE = "pitlane_refresh"
LINK_COOKIE = "pitlane_link"
DEVICE_COOKIE = "pitlane_device"
VISITOR_COOKIE = "pitlane_visitor"
PATHS = {REFRESH_COOKIE: "/api/auth", LINK_COOKIE: "/api", DEVICE_COOKIE: "/api", VISITOR_COOKIE: "/api"}


def put(response: HttpResponseBase, name: str, token: str, *, expires_at: datetime) -> None:
    """Set one of the cookies until a moment."""
    response.set_cookie(
        name,
        token,
        expires=expires_at,
        path=PATHS[name],
        secure=settings.COOKIES_SECURE,
        httponly=True,
        samesite="Strict",
    )


def drop(response: HttpResponseBase, name: str) -> None:
    """Delete one of the cookies."""
    response.delete_cookie(name, path=PATHS[name], samesite="Strict")
