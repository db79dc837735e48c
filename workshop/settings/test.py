"""Tests: the same servers as everywhere, a cheaper password hash and its own prefix on the doorbell."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "0" * 40)
os.environ.setdefault("DATABASE_URL", "postgresql://pitlane_owner@/pitlane")
os.environ.setdefault("REDIS_URL", "redis://localhost:6379")
os.environ.setdefault("CHANNEL_PREFIX", f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")

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

DEMO = env.bool("PITLANE_DEMO", default=False)
DATABASES = {"default": database(pooled=False)}
LOGGING = logging(json=False)
PASSWORD_HASHERS = ["workshop.accounts.hashers.QuickArgon2PasswordHasher"]
