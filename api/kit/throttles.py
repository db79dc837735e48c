"""Limits on how often: counted in Redis, and let through whenever Redis does not answer within 100 ms.

A process takes permits in small batches, so that a busy person costs a fraction of a round trip a request.
"""

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import redis
import structlog
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from workshop.settings.channels import redis_url

from .origin import address

if TYPE_CHECKING:
    from rest_framework.views import APIView

LOG = structlog.get_logger(__name__)
SPAN = {"s": 1, "min": 60, "h": 3600}
BATCHES = 100
"""A limit is spent in at least so many batches."""
REST = 5.0
"""Seconds without asking Redis after it failed."""
HELD_AT_MOST = 10_000
PATIENCE: dict[str, Any] = {
    "socket_timeout": 0.1,
    "socket_connect_timeout": 0.1,
    "retry": Retry(NoBackoff(), 0),
}


@dataclass(slots=True)
class _Permits:
    window: int
    left: int


class Counter:
    """Counts in fixed windows; one for a process. Any failure of Redis opens the breaker for five seconds."""

    def __init__(self) -> None:
        self.redis = redis.Redis.from_url(redis_url(1), **PATIENCE)
        self.closed_at = 0.0
        self.held: dict[str, _Permits] = {}
        self.lock = threading.Lock()

    def take(self, name: str, limit: int, span: int) -> int:
        """Take one permit of `limit` in each `span` seconds; return 0, or the seconds until there are new ones."""
        now = time.time()
        window = int(now // span)
        with self.lock:
            held = self.held.get(name)
            if held is not None and held.window == window and held.left > 0:
                held.left -= 1
                return 0
        if time.monotonic() < self.closed_at:
            return 0
        batch = max(1, limit // BATCHES)
        try:
            with self.redis.pipeline(transaction=False) as pipe:
                pipe.incrby(key := f"limit:{name}:{window}", batch)
                pipe.expire(key, span + 1)
                taken = pipe.execute()[0]
        except (redis.RedisError, OSError) as error:
            self.closed_at = time.monotonic() + REST
            LOG.warning("limits_not_counted", error=repr(error))
            return 0
        if taken - batch >= limit:
            return max(1, int((window + 1) * span - now))
        with self.lock:
            if len(self.held) >= HELD_AT_MOST:
                self.held.clear()
            self.held[name] = _Permits(window, batch - 1)
        return 0


counter = Counter()


class _Limit(BaseThrottle):
    """A limit named in settings, e.g. `30/min`, for one caller."""

    def allow_request(self, request: Request, view: "APIView") -> bool:
        """Take a permit; REST framework answers 429 with `wait` when there is none."""
        scope, who = self.whose(request, view)
        if scope is None:
            return True
        limit, span = rate(scope)
        self.retry_after = counter.take(f"{scope}:{who}", limit, span)
        return self.retry_after == 0

    def wait(self) -> float:
        """Return the seconds until the next permit."""
        return float(self.retry_after)

    def whose(self, request: Request, view: "APIView") -> tuple[str | None, str]:
        """Return the limit's name and who spends it."""
        raise NotImplementedError


class PerPerson(_Limit):
    """A limit on everything one person, or one address without a person, does."""

    def whose(self, request: Request, view: "APIView") -> tuple[str | None, str]:
        """Return the person, or the address."""
        actor: Any = request.actor  # type: ignore[attr-defined]
        return ("person", str(actor.id)) if actor.id else ("address", address(request._request))


class PerScope(_Limit):
    """A limit on what a view's `throttle_scope` names, for all methods or by method, for one address."""

    def whose(self, request: Request, view: "APIView") -> tuple[str | None, str]:
        """Return the view's scope and the address."""
        scope = getattr(view, "throttle_scope", None)
        if isinstance(scope, dict):
            scope = scope.get(request.method)
        return scope, address(request._request)


def rate(scope: str) -> tuple[int, int]:
    """Return the limit and its span in seconds, from settings."""
    rates = cast(dict[str, Any], settings.REST_FRAMEWORK)["DEFAULT_THROTTLE_RATES"]
    limit, _, span = rates[scope].partition("/")
    return int(limit), SPAN[span]
