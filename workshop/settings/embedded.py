"""`make run`: one machine, embedded servers, one web process under ASGI."""

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
DATABASES = {"default": database(pooled=env.bool("DATABASE_POOLED", default=False))}
LOGGING = logging(json=False)
