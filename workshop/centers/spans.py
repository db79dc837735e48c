"""Spans of time as pairs of whole minutes since the epoch, `[start, end)`: merged, cut out, intersected. Pure."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

Minutes = tuple[int, int]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def floor_minute(moment: datetime) -> int:
    """Return the minute in which a moment lies."""
    return int(moment.timestamp() // 60)


def ceil_minute(moment: datetime) -> int:
    """Return the first whole minute that is not before a moment."""
    return -int(-moment.timestamp() // 60)


def moment_of(minute: int) -> datetime:
    """Return the moment at which a minute begins, in UTC."""
    return EPOCH + minute * MINUTE


def merged(spans: Iterable[Minutes]) -> list[Minutes]:
    """Return the spans in order; those that touch or overlap as one."""
    found: list[Minutes] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            if end > found[-1][1]:
                found[-1] = (found[-1][0], end)
        elif end > start:
            found.append((start, end))
    return found


def without(spans: Iterable[Minutes], taken: Iterable[Minutes]) -> list[Minutes]:
    """Return what is left of merged spans when merged others are cut out."""
    left: list[Minutes] = []
    cuts = list(taken)
    place = 0
    for start, end in spans:
        while place < len(cuts) and cuts[place][1] <= start:
            place += 1
        at = place
        while at < len(cuts) and cuts[at][0] < end:
            low, high = cuts[at]
            if low > start:
                left.append((start, low))
            start = max(start, high)
            at += 1
        if start < end:
            left.append((start, end))
    return left


def covers(spans: Iterable[Minutes], start: int, end: int) -> bool:
    """Say whether one of merged spans holds all of `[start, end)`."""
    return any(low <= start and end <= high for low, high in spans)
