"""A setting of the demo's clock, pure: what it shows at any real moment, without a leap when its speed changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from workshop.kernel.clock import Rate

TRUE_SPEED = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """The clock shows `shown` at the real moment `real`, and runs at `rate` from then on.

    Until then it runs at `rate_before`, so that a change made known a moment ahead happens in every process at once.
    A speed that is lent ends at the real moment `until`: whoever drives the clock prolongs it, and when they are gone
    it goes on at true speed.
    """

    real: datetime
    shown: datetime
    rate: float = TRUE_SPEED
    rate_before: float = TRUE_SPEED
    until: datetime | None = None

    def in_force(self, moment: datetime) -> Rate:
        """Return the clock in force at a real moment."""
        if moment < self.real:
            return Rate(self.real, self.shown, self.rate_before)
        running = Rate(self.real, self.shown, self.rate)
        if self.until is None or moment < self.until:
            return running
        return Rate(self.until, running.at(self.until), TRUE_SPEED)

    def continued(self, *, at: datetime, rate: float, until: datetime | None) -> Self:
        """Return the setting that goes on from what this one shows at a real moment, at another rate."""
        before = self.in_force(at)
        return type(self)(at, before.at(at), rate, before.rate, until)
