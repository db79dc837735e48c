"""What a visit of a coming day, a request for one, or a place in the line for one is described by."""

from dataclasses import dataclass
from datetime import time

from workshop.demo.data.drives import Planned
from workshop.demo.data.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedSpec:
    """A visit that the customer booked `made` minutes before the demo's hour; who takes it is found then."""

    customer: str
    vehicle: str
    services: tuple[str, ...]
    when: When
    made: int
    notes: str = ""
    wants_loaner: bool = False
    drives: tuple[Planned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSpec:
    """A problem described by its customer, and what became of it `answered` minutes before the demo's hour.

    Without an answer it waits; with `proposed` the desk offered another time; with `rejected` it said why not.
    """

    customer: str
    vehicle: str
    services: tuple[str, ...]
    concern: str
    wished: tuple[When, ...]
    made: int
    answered: int = 0
    proposed: When | None = None
    message: str = ""
    rejected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSpec:
    """A place in the waiting list that the customer took `joined` minutes before the demo's hour.

    For the days from `first` to `last`, perhaps only a part of them. What was offered to them `offered` minutes before
    is still theirs to book, or was let pass `passed` minutes before. Days that are over have let it expire.
    """

    customer: str
    vehicle: str
    services: tuple[str, ...]
    joined: int
    first: int
    last: int
    day_from: time | None = None
    day_until: time | None = None
    offered: int | None = None
    passed: int | None = None
