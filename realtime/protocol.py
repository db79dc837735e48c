"""The socket's messages: what a browser may say, and how what we say is encoded. Pure."""

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import orjson

MAX_MESSAGE = 64 * 1024
"""Bytes of one message from a browser."""
MAX_NUMBER = 2**63 - 1
TEXT_FRAME = 0x81


class Close(IntEnum):
    """Why we close a socket (RFC 6455, section 7.4; 4000 and above are ours)."""

    FLOODING = 1008
    MESSAGE_TOO_LARGE = 1009
    RESTART = 1012
    TRY_LATER = 1013
    SESSION_ENDED = 4401
    NOT_AUTHENTICATED = 4408
    TOO_SLOW = 4429


class Text:
    """A message encoded once: `payload` is its UTF-8, `frame` the unmasked WebSocket frame around it."""

    __slots__ = ("frame", "payload")

    def __init__(self, body: Mapping[str, Any]) -> None:
        self.payload = orjson.dumps(body)
        size = len(self.payload)
        if size < 126:
            head = struct.pack("!BB", TEXT_FRAME, size)
        elif size < 65536:
            head = struct.pack("!BBH", TEXT_FRAME, 126, size)
        else:
            head = struct.pack("!BBQ", TEXT_FRAME, 127, size)
        self.frame = head + self.payload


class Refusal(Exception):
    """What we do not do for a browser: a stable `code`, what is wrong (`detail`), and about which topic."""

    def __init__(self, code: str, detail: str, topic: str | None = None) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail, self.topic = code, detail, topic


@dataclass(frozen=True, slots=True)
class Authenticate:
    """Who is here; nobody's ticket (None) opens public topics only."""

    ticket: str | None


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Tell me about a topic, first what happened after event number `since`."""

    topic: str
    since: int | None


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """Tell me no more about a topic."""

    topic: str


@dataclass(frozen=True, slots=True)
class Ack:
    """So many more frames have been read."""

    frames: int


Message = Authenticate | Subscribe | Unsubscribe | Ack


def is_too_large(text: str) -> bool:
    """Say whether a message is longer than it may be; it is encoded only when its letters leave doubt."""
    return len(text) > MAX_MESSAGE or (4 * len(text) > MAX_MESSAGE and len(text.encode()) > MAX_MESSAGE)


def parse(text: str) -> Message:
    """Read one message. Raises Refusal `not_json`, `unknown_type`, `unknown_field` or `invalid_field`."""
    try:
        body = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal("not_json", "The message is not JSON.") from error
    if not isinstance(body, dict):
        raise Refusal("not_json", "The message is not a JSON object.")
    kind = body.pop("type", None)
    read = READERS.get(kind) if isinstance(kind, str) else None
    if read is None:
        raise Refusal("unknown_type", f"The type must be one of {', '.join(READERS)}.")
    message = read(body)
    if body:
        raise Refusal("unknown_field", f"The message has a field it may not have: {min(body)[:64]!r}.")
    return message


def _authenticate(body: dict[str, Any]) -> Authenticate:
    ticket = body.pop("ticket", None)
    if ticket is not None and not isinstance(ticket, str):
        raise Refusal("invalid_field", "The ticket must be a text or null.")
    return Authenticate(ticket)


def _subscribe(body: dict[str, Any]) -> Subscribe:
    topic, since = _topic(body), body.pop("since", None)
    if since is not None and not _is_number(since, least=0):
        raise Refusal("invalid_field", "`since` must be a whole number from 0, or null.", topic)
    return Subscribe(topic, since)


def _unsubscribe(body: dict[str, Any]) -> Unsubscribe:
    return Unsubscribe(_topic(body))


def _ack(body: dict[str, Any]) -> Ack:
    frames = body.pop("frames", None)
    if not _is_number(frames, least=1):
        raise Refusal("invalid_field", "`frames` must be a whole number from 1.")
    return Ack(frames)


def _topic(body: dict[str, Any]) -> str:
    topic = body.pop("topic", None)
    if not isinstance(topic, str) or not 0 < len(topic) <= 200:
        raise Refusal("invalid_field", "`topic` must be a text of 1 to 200 characters.")
    return topic


def _is_number(value: object, *, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= MAX_NUMBER


READERS: dict[str, Callable[[dict[str, Any]], Message]] = {
    "authenticate": _authenticate,
    "subscribe": _subscribe,
    "unsubscribe": _unsubscribe,
    "ack": _ack,
}


def authenticated(person: str | None, clock: Mapping[str, Any]) -> Text:
    """Say who the socket belongs to now, and what the domain's clock shows."""
    return Text({"type": "authenticated", "person": person, "clock": clock})


def subscribed(topic: str, seq: int) -> Text:
    """Say that a topic is live from event number `seq` on."""
    return Text({"type": "subscribed", "topic": topic, "seq": seq})


def resync(topic: str) -> Text:
    """Say that a topic cannot be continued: fetch its document again and subscribe with its number."""
    return Text({"type": "resync", "topic": topic})


def error(code: str, detail: str, topic: str | None = None) -> Text:
    """Say what was refused, and about which topic."""
    body = {"type": "error", "code": code, "detail": detail}
    return Text(body if topic is None else body | {"topic": topic})


def heartbeat(at: str, clock: Mapping[str, Any]) -> Text:
    """Say that the socket is alive at the real moment `at`, and what the domain's clock shows."""
    return Text({"type": "heartbeat", "at": at, "clock": clock})
