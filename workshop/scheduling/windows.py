"""In which windows a driver is free to collect or return a vehicle, by a centre's plan; pure."""

from datetime import datetime

from workshop.centers.spans import ceil_minute, floor_minute, moment_of

from .candidates import Candidate, of_kind
from .exact import is_free
from .plan import Plan

STEP = 30
"""Minutes between the starts that are offered."""


def drives(plan: Plan, driver: Candidate, start: datetime, end: datetime) -> bool:
    """Say whether a driver is at work and not taken from start to end."""
    return is_free(plan, driver, ((0, ceil_minute(end) - floor_minute(start)),), start)


def last_start(end: datetime, minutes: int) -> datetime:
    """Return the last start of a window that is over by `end`."""
    return moment_of((floor_minute(end) - minutes) // STEP * STEP)


def windows(plan: Plan, start: datetime, end: datetime, minutes: int) -> list[datetime]:
    """Return the beginnings of the windows within `[start, end)` for which some driver is free."""
    drivers = of_kind(plan.candidates, "driver")
    first = -(-ceil_minute(start) // STEP) * STEP
    starts = [moment_of(minute) for minute in range(first, floor_minute(end) - minutes + 1, STEP)]
    return [
        begins
        for begins in starts
        if any(is_free(plan, driver, ((0, minutes),), begins) for driver in drivers)
    ]
