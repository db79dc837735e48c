"""Idempotency keys: one effect and one answer, however often and however concurrently a key is sent."""

import hashlib
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import IntegrityError
from django.db.backends.utils import CursorWrapper

from workshop.kernel.errors import Conflict, Invalid

from .models import IdempotencyKey

CONTEXT = "set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true)"


@dataclass(frozen=True, slots=True)
class Answer:
    """A rendered answer: an HTTP status and a JSON-ready body."""

    status: int
    body: Any


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
        digest = hashlib.blake2b(f"{self.actor}\0{self.text}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True)


def claim(cursor: CursorWrapper, key: Key | None, context: tuple[str, str]) -> Answer | None:
    """Sign the transaction and, with a key, take its lock; return the stored answer of an earlier use.

    Raises Conflict `request_in_flight` while another transaction holds the key, and Invalid
    `idempotency_key_reused` when the key was used for another request.
    """
    if key is None:
        cursor.execute(f"SELECT {CONTEXT}", context)
        return None
    cursor.execute(f"SELECT {CONTEXT}, pg_try_advisory_xact_lock(%s)", (*context, key.lock))
    if not cursor.fetchone()[2]:
        raise Conflict(
            "request_in_flight",
            "The same request is still being worked on.",
            next="Wait a moment and ask again.",
        )
    stored = IdempotencyKey.objects.filter(actor=key.actor, key=key.text).first()
    if stored is None:
        return None
    if stored.fingerprint != key.fingerprint:
        raise Invalid(
            "idempotency_key_reused",
            "This Idempotency-Key was used for another request.",
            next="Use a new key for a new request.",
        )
    return Answer(stored.status, stored.answer)


def store(key: Key, answer: Answer) -> None:
    """Keep the answer under the key, in the command's own transaction."""
    try:
        IdempotencyKey.objects.create(
            actor=key.actor,
            key=key.text,
            fingerprint=key.fingerprint,
            status=answer.status,
            answer=answer.body,
        )
    except IntegrityError as error:
        raise Conflict(
            "request_in_flight",
            "The same request is still being worked on.",
            next="Wait a moment and ask again.",
        ) from error
