"""A domain clock that stands still and is moved by hand, in this process only."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from workshop.kernel import clock


class MovedClock:
    """Shows the moment it was moved to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def rate(self) -> clock.Rate:
        """Return the clock in force: one that stands still."""
        return clock.Rate(real=self.moment, shown=self.moment, rate=0.0)

    def move(self, moment: datetime) -> None:
        """Go on to a later moment; raise ValueError for an earlier one."""
        if moment < self.moment:
            raise ValueError(f"The clock shows {self.moment} already and cannot go back to {moment}.")
        self.moment = moment


@contextmanager
def moved_clock(start: datetime) -> Iterator[MovedClock]:
    """Let domain time be what the clock is moved to, for the block."""
    moved = MovedClock(start)
    before = clock.use(moved.rate)
    try:
        yield moved
    finally:
        clock.use(before)
