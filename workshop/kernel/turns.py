"""Turns: what only one transaction may be at, where there is no row yet that it could lock."""

import hashlib

from django.db import connection


def lock_number(about: str) -> int:
    """Return the number of PostgreSQL's advisory lock for this text (signed 64 bit)."""
    return int.from_bytes(hashlib.blake2b(about.encode(), digest_size=8).digest(), "big", signed=True)


def take_turn(about: str) -> None:
    """Wait until no other transaction is at this; the running one is, until it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock_number(about)])
