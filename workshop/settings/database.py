"""PostgreSQL, the only store of truth."""

from typing import Any

from .env import env


def database(*, pooled: bool, max_age: int = 0) -> dict[str, Any]:
    """Return Django's settings of the one database.

    `pooled` is for ASGI processes, where persistent connections per thread would pile up; `max_age` (seconds) for
    WSGI ones. `unix` socket folders travel in the URL as `?host=`.
    """
    settings: dict[str, Any] = env.db_url("DATABASE_URL")
    settings["ENGINE"] = "workshop.settings.postgresql"
    options = settings.setdefault("OPTIONS", {})
    if "host" in options:
        settings["HOST"] = options.pop("host")
    settings["ATOMIC_REQUESTS"] = False
    settings["CONN_MAX_AGE"] = 0 if pooled else max_age
    settings["CONN_HEALTH_CHECKS"] = not pooled and max_age > 0
    if pooled:
        # Who gives up reconnecting soon tries anew at once; the pool's own pauses grow to minutes in a long outage.
        options["pool"] = {"min_size": 2, "max_size": env.int("DATABASE_POOL", default=16), "timeout": 10}
        options["pool"]["reconnect_timeout"] = 4
    return settings
