"""JSON in and out, by orjson: strict, bounded and fast."""

from collections.abc import Mapping
from decimal import Decimal
from typing import IO, Any

import orjson
from django.http.request import RawPostDataException
from django.utils.functional import Promise
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer

from workshop.kernel.errors import Invalid, TooLarge

BODY_LIMIT = 256 * 1024
"""Bytes of a JSON body; files have a door of their own."""


class BodyTooLarge(TooLarge):
    """The body is larger than any honest one."""

    code = "body_too_large"
    detail = f"A request may have {BODY_LIMIT // 1024} KiB at most."


class JSONRenderer(BaseRenderer):
    """Renders UUIDs, moments and decimals as texts."""

    media_type = "application/json"
    format = "json"
    charset = None
    render_style = "binary"

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        """Return the bytes of a body; nothing for None."""
        return b"" if data is None else dumps(data)


class JSONParser(BaseParser):
    """Reads one JSON object. Raises Invalid `json_invalid`, or BodyTooLarge."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Return the object of a body; an empty body is an empty object."""
        try:
            raw = stream.read(BODY_LIMIT + 1)
        except (OSError, RawPostDataException) as error:
            raise Invalid("body_incomplete", "The request ended too early.", next="Send it again.") from error
        if len(raw) > BODY_LIMIT:
            raise BodyTooLarge
        return loads(raw)


def dumps(data: Any) -> bytes:
    """Return JSON bytes of anything an answer may hold."""
    return orjson.dumps(data, default=_plain, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_UTC_Z)


def loads(raw: bytes) -> dict[str, Any]:
    """Return the object that JSON bytes hold; raise Invalid `json_invalid` for anything else and for NUL."""
    if not raw.strip():
        return {}
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise Invalid("json_invalid", f"This is not JSON: {error}.", next="Send one JSON object.") from error
    if not isinstance(body, dict):
        raise Invalid("json_invalid", "A body is one JSON object.", next="Send one JSON object.")
    if b"\\u0000" in raw and _has_nul(body):
        raise Invalid("json_invalid", "Texts may not contain the character NUL.", next="Leave it out.")
    return body


def _has_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any("\0" in key or _has_nul(inner) for key, inner in value.items())
    return isinstance(value, list) and any(map(_has_nul, value))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | Promise):
        return str(value)
    if isinstance(value, frozenset | set | tuple):
        return list(value)
    if isinstance(value, dict):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is not JSON")
