"""The ways of saying who one is, for the OpenAPI schema."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

from .cookies import DEVICE_COOKIE, LINK_COOKIE


class BearerScheme(OpenApiAuthenticationExtension):
    """The access token."""

    target_class = "api.kit.auth.SessionTokenAuthentication"
    name = "accessToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """Describe the header."""
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


class LinkScheme(OpenApiAuthenticationExtension):
    """The cookie a link was exchanged for."""

    target_class = "api.kit.auth.LinkCookieAuthentication"
    name = "linkCookie"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """Describe the cookie."""
        return {"type": "apiKey", "in": "cookie", "name": LINK_COOKIE}


class DeviceScheme(OpenApiAuthenticationExtension):
    """The cookie of a paired screen."""

    target_class = "api.kit.auth.DeviceCookieAuthentication"
    name = "deviceCookie"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """Describe the cookie."""
        return {"type": "apiKey", "in": "cookie", "name": DEVICE_COOKIE}
