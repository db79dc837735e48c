"""What an event is in code: a frozen dataclass in the past tense that knows its stream and its subject."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from workshop.kernel.errors import DomainError

REGISTRY: dict[str, type["DomainEvent"]] = {}


@dataclass(frozen=True, kw_only=True)
class DomainEvent:
    """A fact. `data` holds absolute values of the changed things, JSON-ready, enough for every frame about it.

    `stream` is `center:<id>` or `person:<id>`; `subject` is `<noun>:<id>`, e.g. `job:<id>`.
    """

    name: ClassVar[str] = ""
    stream: str
    subject: str
    data: dict[str, Any] = field(default_factory=dict)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = f"{cls.__module__.split('.')[1]}.{cls.__name__}"
        if REGISTRY.setdefault(cls.name, cls).__qualname__ != cls.__qualname__:
            raise DomainError("event_name_taken", f"Two events are called {cls.name}.")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with its place in the log, as readers get it. Times are ISO 8601 texts."""

    id: str
    stream: str
    number: int
    subject: str
    name: str
    data: dict[str, Any]
    at: str
    actor_id: str | None
