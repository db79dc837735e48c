"""What a visit of a coming day, or a request for one, is described by.

Days count the centre's open days after the demo's: 1 is the next one. Times are on its clock.
"""

from dataclasses import dataclass
from datetime import time
from typing import NamedTuple


class When(NamedTuple):
    """A time on a coming day."""

    day: int
    at: time


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
