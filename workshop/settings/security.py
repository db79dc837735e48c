"""Passwords, tokens, cookies, lockout and the content security policy."""

from datetime import timedelta

from csp.constants import NONE, SELF

from .env import env
from .map import MAP_TILES_ORIGIN

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "workshop.accounts.backends.EmailBackend"]

TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
"""How many proxies of ours stand in front and append to X-Forwarded-For."""

AXES_CLIENT_IP_CALLABLE = "api.auth.lockout.client_address"
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_USERNAME_FORM_FIELD = "email"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=10)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

ACCESS_TOKEN_LIFETIME = timedelta(minutes=5)
REFRESH_GRACE = timedelta(seconds=20)
SOCKET_TICKET_LIFETIME = timedelta(seconds=30)
RESET_LINK_LIFETIME = timedelta(hours=1)
INVITATION_LIFETIME = timedelta(days=7)
LINK_SESSION_LIFETIME = timedelta(hours=12)
SESSION_IDLE = {
    "staff": timedelta(minutes=30),
    "technician": timedelta(hours=12),
    "customer": timedelta(days=30),
}
SESSION_ABSOLUTE = {
    "staff": timedelta(hours=12),
    "technician": timedelta(hours=12),
    "customer": timedelta(days=180),
}
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": ACCESS_TOKEN_LIFETIME,
    "ALGORITHM": "HS256",
    "USER_ID_CLAIM": "user_id",
    "UPDATE_LAST_LOGIN": False,
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
COOKIES_SECURE = env.bool("COOKIES_SECURE", default=False)
SOCKET_ORIGINS = env.list("SOCKET_ORIGINS", default=[])


def page_policy(*, tiles: str) -> dict[str, dict[str, list[str]]]:
    """Return the content security policy of pages: all of it is ours, but for pictures from the origin of map tiles."""
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF, "'unsafe-inline'"],
            "img-src": [SELF, "data:", "blob:", *([tiles] if tiles else [])],
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "worker-src": [SELF],
            "base-uri": [NONE],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
        },
    }


CONTENT_SECURITY_POLICY = page_policy(tiles=MAP_TILES_ORIGIN)
