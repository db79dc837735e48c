"""Free slots by arithmetic on bits, pure: a span of time is one integer, each minute of it one bit.

Whether a visit can begin is asked of all minutes at once: the free time of a resource, eroded by the length of what it
is needed for, has a bit wherever that can begin.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.centers.spans import Minutes

from .layout import LONG_WORK, Layout


@dataclass(frozen=True, slots=True)
class Free:
    """A resource's free time as bits from the window's first minute, its breaks taken out and left in.

    `may_start` are the bits at which a visit may begin as far as its certificates go; None for all.
    """

    time: int
    time_with_breaks: int
    may_start: int | None = None

    def starts(self, segments: Iterable[Minutes]) -> int:
        """Return where a visit can begin that needs the resource in these parts of it."""
        found = -1 if self.may_start is None else self.may_start
        for start, end in segments:
            length = end - start
            there = eroded(self.time_with_breaks if length >= LONG_WORK else self.time, length)
            found &= there >> start if start >= 0 else there << -start
        return found


@dataclass(frozen=True, slots=True)
class Supply:
    """What could serve one kind of visit, all as bits from minute `first` on, for `length` minutes."""

    first: int
    length: int
    opening: int
    bays: Sequence[Free]
    technicians: Sequence[Free]
    tools: Sequence[Sequence[Free]]
    """For each type of tool in the layout, those there are."""
    loaners: Sequence[Free] | None = None
    """None when none is wanted."""


@dataclass(frozen=True, slots=True)
class Day:
    """A local day in minutes, with the technicians' minutes that are spoken for without a resource."""

    start: int
    end: int
    pending: int = 0
    kept_back: int = 0


def mask(spans: Iterable[Minutes], first: int, length: int) -> int:
    """Return spans of minutes as bits from `first` on."""
    last, found = first + length, 0
    for start, end in spans:
        low, high = start if start > first else first, end if end < last else last
        if low < high:
            found |= ((1 << (high - low)) - 1) << (low - first)
    return found


def eroded(free: int, length: int) -> int:
    """Return the bits at which `length` bits in a row are set."""
    done = 1
    while done < length and free:
        step = min(done, length - done)
        free &= free >> step
        done += step
    return free


def grid(first: int, length: int, step: int) -> int:
    """Return a bit for each minute that is a multiple of `step` since the epoch."""
    phase = -first % step
    count = max(0, (length - phase + step - 1) // step)
    pattern, filled = 1, 1
    while filled < count:
        pattern |= pattern << (filled * step)
        filled *= 2
    return (pattern << phase) & ((1 << length) - 1) if count else 0


def starts(supply: Supply, layout: Layout) -> int:
    """Return the bits of the minutes at which everything that a visit needs is there together."""
    found = eroded(supply.opening, layout.minutes)
    for pool, segments in _pools(supply, layout):
        if not found:
            return 0
        anybody = 0
        for free in pool:
            anybody |= free.starts(segments)
        found &= anybody
    return found


def days_with_room(supply: Supply, layout: Layout, days: Iterable[Day], at: int) -> int:
    """Return the bits of the days whose technicians have, from minute `at` on, the minutes for a visit.

    What is pending is taken off.
    """
    found = 0
    for day in days:
        low, high = max(day.start - supply.first, 0), min(day.end - supply.first, supply.length)
        if low >= high:
            continue
        whole = (1 << (high - low)) - 1
        to_come = whole >> (gone := min(max(at - supply.first - low, 0), high - low)) << gone
        left = sum(((free.time >> low) & to_come).bit_count() for free in supply.technicians)
        if left - day.pending - day.kept_back >= layout.hands:
            found |= whole << low
    return found


def minutes_of(bits: int, first: int, most: int | None = None) -> list[int]:
    """Return the minutes of set bits in order, at most so many."""
    text = bin(bits)[:1:-1]
    found: list[int] = []
    place = text.find("1")
    while place >= 0 and (most is None or len(found) < most):
        found.append(first + place)
        place = text.find("1", place + 1)
    return found


def _pools(supply: Supply, layout: Layout) -> Iterable[tuple[Sequence[Free], Sequence[Minutes]]]:
    yield supply.bays, [layout.bay]
    yield supply.technicians, layout.work
    for pool, (_, segments) in zip(supply.tools, layout.tools, strict=True):
        yield pool, segments
    if supply.loaners is not None:
        yield supply.loaners, [(0, layout.minutes)]
