"""When the technicians of Anna Nagar work, at three waves of lunch, and who of them is away soon.

Who is not named here works while the centre is open.
"""

from dataclasses import dataclass
from datetime import time
from typing import Final

from workshop.demo.data.centers import ANNA_NAGAR


@dataclass(frozen=True, slots=True)
class ShiftSpec:
    """Work or a break on a weekday (0 is Monday), on the centre's clock."""

    worker: str
    kind: str
    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class LeaveSpec:
    """Who is away from one coming day on, for so many days."""

    worker: str
    kind: str
    begins_in: int
    days: int
    note: str


LUNCH_AT: Final = {
    "priya": time(12, 0),
    "meena": time(12, 0),
    "joseph": time(12, 0),
    "karthik": time(12, 0),
    "farida": time(13, 0),
    "suresh": time(13, 0),
    "arun": time(14, 0),
    "divya": time(14, 0),
}
"""Half an hour each."""
EARLY, LATE = "karthik", "farida"


def _shifts() -> tuple[ShiftSpec, ...]:
    found: list[ShiftSpec] = []
    for span in ANNA_NAGAR.opening:
        for worker, lunch in LUNCH_AT.items():
            opens = time(10, 0) if worker == LATE and span.weekday < 5 else span.opens
            closes = time(17, 30) if worker == EARLY and span.weekday < 5 else span.closes
            found += [
                ShiftSpec(worker, "work", span.weekday, opens, closes),
                ShiftSpec(worker, "break", span.weekday, lunch, lunch.replace(minute=30)),
            ]
    return tuple(found)


SHIFTS: Final = _shifts()
LEAVES: Final = (
    LeaveSpec("arun", "leave", 6, 3, "A wedding in Thanjavur."),
    LeaveSpec("meena", "training", 9, 1, "High-voltage refresher."),
)
