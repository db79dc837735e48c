"""The unit of work: what the running command has recorded so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from workshop.kernel.actor import Actor

from .event import DomainEvent


@dataclass(slots=True)
class Pending:
    """An event on its way into the log."""

    event: DomainEvent
    actor: Actor
    at: datetime
    before: list[dict[str, Any]] | None


@dataclass(slots=True)
class Unit:
    """One outermost command: its events, and the rows as they were (`before`), for an undo."""

    id: UUID = field(default_factory=uuid4)
    pending: list[Pending] = field(default_factory=list)
    before: list[dict[str, Any]] = field(default_factory=list)


_current: ContextVar[Unit | None] = ContextVar("unit", default=None)


def current() -> Unit | None:
    """Return the running unit of work, if any."""
    return _current.get()


def required() -> Unit:
    """Return the running unit of work; outside a command this is a programming error."""
    unit = _current.get()
    if unit is None:
        raise RuntimeError("Events are recorded and rows remembered inside a @command only.")
    return unit


@contextmanager
def opened() -> Iterator[Unit]:
    """Open a unit of work for the outermost command."""
    unit = Unit()
    token = _current.set(unit)
    try:
        yield unit
    finally:
        _current.reset(token)
