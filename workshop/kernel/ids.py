"""Identifiers that sort by the moment they were made."""

import os
import time
from uuid import UUID


def uuid7() -> UUID:
    """Return a new UUID version 7: 48 bits of Unix milliseconds, then 74 random bits (RFC 9562, section 5.7)."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    return UUID(int=value & ~(0xF << 76) & ~(0x3 << 62) | (7 << 76) | (2 << 62))
