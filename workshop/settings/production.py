"""Production: TLS in front, JSON logs, the pool in ASGI processes and kept connections in WSGI ones."""

from .base import *
from .celery import *
from .channels import *
from .database import database
from .env import env
from .files import *
from .geocoding import *
from .logging import logging
from .mail import *
from .map import *
from .rest import *
from .security import *

DEMO = False
DATABASES = {
    "default": database(
        pooled=env.bool("DATABASE_POOLED", default=False), max_age=env.int("CONN_MAX_AGE", default=0)
    )
}
LOGGING = logging(json=True)
COOKIES_SECURE = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31536000
EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.smtp.EmailBackend")
