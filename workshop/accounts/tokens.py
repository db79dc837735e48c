"""Tokens that are rebuilt and never stored: an id, a generation and their HMAC under the secret key."""

import base64
import binascii
import hmac
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

REFRESH, TICKET, LINK, LINK_SESSION, DEVICE = "refresh", "ticket", "link", "link-session", "device"
VISITOR = "visitor"
"""What tokens are for. A token sealed for one purpose opens nothing else."""

MAC = 24
LENGTH = 16 + 4 + MAC


def seal(purpose: str, id: UUID, generation: int = 0) -> str:
    """Return the token (59 URL-safe characters) of an id and its generation (0 to 2**32 - 1) for one purpose."""
    return _text(id.bytes + generation.to_bytes(4, "big"), purpose, settings.SECRET_KEY)


def unseal(purpose: str, token: str) -> tuple[UUID, int] | None:
    """Return the id and generation of a token that was sealed for this purpose; None for any other text."""
    claimed = claim(token)
    if claimed is None:
        return None
    id, generation = claimed
    payload = id.bytes + generation.to_bytes(4, "big")
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    good = any(hmac.compare_digest(_text(payload, purpose, key).encode(), token.encode()) for key in keys)
    return claimed if good else None


def claim(token: str) -> tuple[UUID, int] | None:
    """Return the id and generation a token claims, unproven; None when it is not shaped like one."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(raw) != LENGTH:
        return None
    return UUID(bytes=raw[:16]), int.from_bytes(raw[16:20], "big")


def _text(payload: bytes, purpose: str, key: str) -> str:
    mac = salted_hmac(f"pitlane.{purpose}", payload, secret=key, algorithm="sha256").digest()[:MAC]
    return base64.urlsafe_b64encode(payload + mac).rstrip(b"=").decode()
