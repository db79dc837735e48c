"""Commands: the outermost one is the transaction, nested ones join it.

Order: body, the answer rendered, the idempotency row with that answer, the stream heads locked in sorted order and
the events numbered, commit, doorbell.
"""

import functools
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from django.db import OperationalError, transaction

from workshop.kernel.actor import SYSTEM, Actor

from . import audit, idempotency, streams, unit
from .idempotency import Answer, Key

P = ParamSpec("P")
R = TypeVar("R")

TRIES = 4
BACKOFF = 0.01
"""Seconds, doubled with each try."""
RETRIED = {"40001", "40P01"}
"""serialization_failure and deadlock_detected (PostgreSQL, appendix A)."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a performed command gave: its `result`, or the stored `answer` when the key was used before."""

    result: Any
    answer: Answer | None
    replayed: bool = False


def command(verb: Callable[P, R]) -> Callable[P, R]:
    """Make a service a command. Its keyword `actor`, when it takes one, signs the history it leaves."""

    @functools.wraps(verb)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if unit.current() is not None:
            return verb(*args, **kwargs)
        actor = kwargs.get("actor")
        outcome = perform(
            lambda: verb(*args, **kwargs),
            actor=actor if isinstance(actor, Actor) else SYSTEM,
            name=verb.__name__,
        )
        result: R = outcome.result
        return result

    return run


def perform(
    body: Callable[[], Any],
    *,
    actor: Actor,
    name: str,
    key: Key | None = None,
    render: Callable[[Any], Answer] | None = None,
) -> Outcome:
    """Run `body` as one transaction and return its outcome; a deadlock or serialization failure is tried again.

    With a `key` the answer that `render` makes of the result is stored with it, and a second call returns that answer
    instead of running. Raises what `body` raises, and idempotency's conflicts.
    """
    for attempt in range(1, TRIES + 1):
        try:
            return _attempt(body, actor, name, key, render)
        except OperationalError as error:
            if attempt == TRIES or getattr(error.__cause__, "sqlstate", None) not in RETRIED:
                raise
            # Whoever was let through needs the moment: a victim that is back at once can deadlock with it again.
            time.sleep(random.uniform(0.5, 1.5) * BACKOFF * 2**attempt)  # noqa: S311
    raise AssertionError("unreachable")


def _attempt(
    body: Callable[[], Any], actor: Actor, name: str, key: Key | None, render: Callable[[Any], Answer] | None
) -> Outcome:
    with transaction.atomic(), unit.opened() as work:
        stored = idempotency.claim(key, audit.context(work.id, actor, name))
        if stored is not None:
            return Outcome(result=None, answer=stored, replayed=True)
        result = body()
        answer = render(result) if render else None
        streams.close(work, key, answer)
    return Outcome(result=result, answer=answer)
