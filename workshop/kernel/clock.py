"""The one source of domain time. Security, undo and heartbeats use real time instead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Rate:
    """A clock that showed `shown` at the real moment `real` and runs `rate` times as fast as real time."""

    real: datetime
    shown: datetime
    rate: float

    def at(self, moment: datetime) -> datetime:
        """Return what the clock shows at a real moment."""
        return self.shown + (moment - self.real) * self.rate


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TRUE = Rate(real=_EPOCH, shown=_EPOCH, rate=1.0)


def _true() -> Rate:
    return TRUE


_source: Callable[[], Rate] = _true


def use(source: Callable[[], Rate]) -> Callable[[], Rate]:
    """Take domain time from `source` in this process, which only the demo does; return what it was taken from."""
    global _source
    before, _source = _source, source
    return before


def rate() -> Rate:
    """Return the clock in force."""
    return _source()


def real_now() -> datetime:
    """Return the real moment, with zone."""
    return datetime.now(UTC)


def now() -> datetime:
    """Return the domain's moment, with zone."""
    return shown(real_now())


def shown(moment: datetime) -> datetime:
    """Return what the domain's clock shows at a real moment."""
    current = _source()
    return moment if current is TRUE else current.at(moment)


def reading() -> dict[str, Any]:
    """Return `{"now": ISO 8601, "rate": 1.0}`, by which a screen shows the same time."""
    return {"now": now().isoformat(), "rate": rate().rate}


def iso(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601 in UTC, the one form in which it travels."""
    return None if moment is None else moment.astimezone(UTC).isoformat()


def minutes(delta: timedelta) -> int:
    """Return a span in whole minutes, rounded down."""
    return int(delta.total_seconds() // 60)
