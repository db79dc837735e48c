"""What every place shares: the apps, the middleware, the words and the zone."""

import warnings
from datetime import timedelta

import pghistory

from .env import ROOT, env

SECRET_KEY = env.str("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
PUBLIC_URL = env.str("PUBLIC_URL", default=f"http://localhost:{env.int('PORT', default=8000)}")

INSTALLED_APPS = [
    "daphne",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "channels",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "axes",
    "pgtrigger",
    "pghistory",
    "workshop.events",
    "workshop.accounts",
    "workshop.files",
    "workshop.centers",
    "workshop.vehicles",
    "workshop.catalog",
    "workshop.scheduling",
    "workshop.jobs",
    "workshop.notifications",
    "workshop.demo",
    "api",
    "realtime",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "api.kit.policy.PagePolicyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "api.urls"
ASGI_APPLICATION = "realtime.asgi.application"
WSGI_APPLICATION = "workshop.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}}]

AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("vi", "Tiếng Việt")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# WhiteNoise hands over open files; Django under ASGI reads them in a thread and warns of it. Production has gunicorn.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
FRONTEND_DIST = ROOT / "frontend" / "dist"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.is_dir() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+[-.][A-Za-z0-9_-]{8}\.[a-z0-9.]+$"

SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # the sign-in view asks for the lockout itself
    "auth.W004",  # the email is unique whatever its case, by a constraint on lower(email)
]

DATABASE_PREPARED: bool = env.bool("DATABASE_PREPARED", default=True)
UNDO_WINDOW = timedelta(seconds=10)
EVENTS_KEPT_FOR = timedelta(days=7)
IDEMPOTENCY_KEPT_FOR = timedelta(days=14)

PGHISTORY_APPEND_ONLY = True
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(
    related_name="history", related_query_name="history", db_index=True
)
