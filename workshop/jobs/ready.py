"""The ready-time window, pure: what the steps that remain say, and when the told window must move."""

from dataclasses import dataclass
from datetime import datetime, timedelta

GRAIN = timedelta(minutes=5)
CHECK = timedelta(minutes=10)
"""A quality check takes this long."""
MIN_LEFT = timedelta(minutes=2)
"""A running step that is over its estimate still takes at least this long."""
HOLD = {"parts": timedelta(minutes=60), "sublet": timedelta(minutes=120)}
HOLD_ELSE = timedelta(minutes=30)
"""What a hold is taken to cost while nobody knows better."""
NARROWEST = timedelta(minutes=15)
SPREAD = 0.2
EARLY = timedelta(minutes=20)
"""A window is told anew when the work is this much ahead of it."""


@dataclass(frozen=True, slots=True)
class Left:
    """A step that remains: who does it (None: anybody), its estimate and what is clocked on it so far."""

    technician: str | None
    estimate: timedelta
    clocked: timedelta


def remaining(steps: list[Left]) -> timedelta:
    """Return how long the steps take from now: one after the other per technician, technicians side by side."""
    by_person: dict[str | None, timedelta] = {}
    for step in steps:
        left = max(step.estimate - step.clocked, MIN_LEFT)
        by_person[step.technician] = by_person.get(step.technician, timedelta()) + left
    return max(by_person.values(), default=timedelta())


def window(at: datetime, left: timedelta, holds: list[str]) -> tuple[datetime, datetime]:
    """Return the window in which the vehicle will be ready, on five-minute marks, from what is left and what waits."""
    waiting = max((HOLD.get(kind, HOLD_ELSE) for kind in holds), default=timedelta())
    start = _round_up(at + left + CHECK + waiting)
    return start, start + max(NARROWEST, _round_up_span(left * SPREAD))


def must_move(told: tuple[datetime, datetime], now: tuple[datetime, datetime]) -> bool:
    """Say whether the told window no longer holds: the work is later than its end, or well ahead of its start."""
    return now[0] > told[1] or now[1] < told[0] - EARLY


def _round_up(moment: datetime) -> datetime:
    past = timedelta(minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond)
    return moment if not past else moment - past + GRAIN


def _round_up_span(span: timedelta) -> timedelta:
    return -(-span // GRAIN) * GRAIN
