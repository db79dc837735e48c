"""What an event means for some people: whom it concerns, what they know afterwards and the words for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

Known = dict[str, Any]
"""What somebody knows of a subject; empty when they know nothing of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said."""

    title: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An event as it concerns the people in `to`, by these channels.

    `tells` is what they know afterwards; `before` is what was so before, for those whom nobody told anything. `say`
    gives the words for whoever knew this, and None when that is no news to them; `say_by_mail` the same for emails,
    where a smaller thing is not worth one.
    """

    to: tuple[UUID, ...]
    channels: tuple[str, ...]
    kind: str
    path: str
    center_id: UUID | None
    tells: Known
    before: Known
    say: Callable[[Known], Words | None]
    say_by_mail: Callable[[Known], Words | None] | None = None
    address: str = ""
    """Where somebody without an email of their own is reached about this one visit."""
