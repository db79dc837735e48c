"""Events that only these tests know, and readers of what was kept."""

from typing import Any
from uuid import uuid4

from workshop.events import log
from workshop.events.command import command
from workshop.events.event import DomainEvent
from workshop.kernel.actor import SYSTEM, Actor


class Tapped(DomainEvent):
    """Somebody tapped."""


def stream() -> str:
    """Return the name of a stream that nobody else uses."""
    return f"center:{uuid4()}"


@command
def tap(*, to: str, actor: Actor = SYSTEM, subject: str = "job:1", **data: Any) -> int:
    """Record one event and return what was said."""
    log.record(Tapped(stream=to, subject=subject, data=data), actor=actor)
    return len(data)


def numbers(of: str) -> list[int]:
    """Return the numbers a reader from the beginning gets."""
    events = log.since(of, 0)
    assert events is not None
    return [event.number for event in events]
