"""Idempotency keys: one effect and one answer, however often and however concurrently a key is sent."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import IntegrityError

from workshop.kernel.errors import Conflict, Invalid
from workshop.kernel.turns import lock_number

from .models import IdempotencyKey
from .prepared import Asked, run

SIGN = (
    "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)"
)
CLAIM = f"""
WITH earlier AS (
    SELECT fingerprint, status, answer FROM events_idempotencykey WHERE actor = %s AND key = %s
)
{SIGN}, pg_try_advisory_xact_lock(%s), earlier.fingerprint, earlier.status, earlier.answer
  FROM (SELECT) AS one LEFT JOIN earlier ON true
"""  # noqa: S608
STORE = """
INSERT INTO events_idempotencykey (actor, key, fingerprint, status, answer, created_at)
VALUES (%s, %s, %s, %s, %s, clock_timestamp())
"""
(_ONCE,) = IdempotencyKey._meta.constraints


@dataclass(frozen=True, slots=True)
class Answer:
    """A rendered answer: an HTTP status, and JSON where there is a body."""

    status: int
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Key:
    """A key as sent: by whom, its text, and a fingerprint of the request (SHA-256 hex)."""

    actor: str
    text: str
    fingerprint: str

    @classmethod
    def of(cls, *, actor: str, text: str, request: Any) -> "Key":
        """Make the key of a JSON-ready request; equal requests have equal fingerprints."""
        canonical = orjson.dumps(request, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS, default=str)
        return cls(actor=actor, text=text, fingerprint=hashlib.sha256(canonical).hexdigest())

    @property
    def lock(self) -> int:
        """Return the advisory lock number of this key (signed 64 bit)."""
        return lock_number(f"{self.actor}\0{self.text}")


def claim(key: Key | None, context: tuple[str, str]) -> Answer | None:
    """Sign the transaction and, with a key, take its lock; return the stored answer of an earlier use.

    Raises Conflict `request_in_flight` while another transaction holds the key, and Invalid
    `idempotency_key_reused` when the key was used for another request.
    """
    if key is None:
        run((SIGN, context))
        return None
    (found,) = run((CLAIM, (key.actor, key.text, *context, key.lock)))
    ((_, _, locked, fingerprint, status, answer),) = found.rows
    if not locked:
        raise _in_flight()
    if fingerprint is None:
        return None
    if fingerprint != key.fingerprint:
        raise Invalid(
            "idempotency_key_reused",
            "This Idempotency-Key was used for another request.",
            next="Use a new key for a new request.",
        )
    return Answer(status, None if answer is None else answer.encode())


def keeping(key: Key, answer: Answer) -> Asked:
    """Return the statement that keeps the answer under the key, in the command's own transaction."""
    kept = None if answer.body is None else answer.body.decode()
    return STORE, (key.actor, key.text, key.fingerprint, answer.status, kept)


@contextmanager
def kept_once() -> Iterator[None]:
    """Raise Conflict `request_in_flight` when another transaction kept its own answer for the key.

    It did so between our look at the key and our lock on it: the caller asks again and gets that answer.
    """
    try:
        yield
    except IntegrityError as error:
        if _broken_by(error) == _ONCE.name:
            raise _in_flight() from error
        raise


def _broken_by(error: IntegrityError) -> str | None:
    name: str | None = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    return name


def _in_flight() -> Conflict:
    return Conflict(
        "request_in_flight", "The same request is still being worked on.", next="Wait a moment and ask again."
    )
