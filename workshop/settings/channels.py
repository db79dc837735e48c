"""Redis: a doorbell and a cache, never the truth."""

from .env import env

REDIS_URL = env.str("REDIS_URL")


def redis_url(number: int) -> str:
    """Return the address of one numbered Redis database: 1 for Channels and the cache, 2 for Celery."""
    if REDIS_URL.startswith("unix://"):
        return f"{REDIS_URL}{'&' if '?' in REDIS_URL else '?'}db={number}"
    return f"{REDIS_URL.rstrip('/')}/{number}"


CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [redis_url(1)], "prefix": env.str("CHANNEL_PREFIX", default="pitlane")},
    }
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": redis_url(1),
        "OPTIONS": {"socket_timeout": 0.1, "socket_connect_timeout": 0.1},
    }
}
