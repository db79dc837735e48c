"""Production's settings, with limits that a bench does not reach: they are counted, and let everything through."""

from workshop.settings.database import database
from workshop.settings.env import env
from workshop.settings.production import *
from workshop.settings.rest import LIMITS
from workshop.settings.rest import REST_FRAMEWORK as _REST

DATABASES = {"default": database(pooled=env.bool("DATABASE_POOLED", default=False), max_age=60)}

REST_FRAMEWORK = {**_REST, "DEFAULT_THROTTLE_RATES": dict.fromkeys(LIMITS, "100000000/min")}
