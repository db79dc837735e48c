"""Opening hours: wall-clock rules of the centre's zone, answered in UTC."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .models import OpeningHours


def open_spans(hours: Iterable[OpeningHours], zone: str, day: date) -> list[tuple[datetime, datetime]]:
    """Return the open spans of a local day as moments, in order."""
    place = ZoneInfo(zone)
    return sorted(
        (datetime.combine(day, span.opens, place), datetime.combine(day, span.closes, place))
        for span in hours
        if span.weekday == day.weekday()
    )


def is_open(hours: Iterable[OpeningHours], zone: str, start: datetime, end: datetime) -> bool:
    """Say whether the centre is open during the whole of `[start, end)`."""
    day = start.astimezone(ZoneInfo(zone)).date()
    rules = list(hours)
    return any(
        opens <= start and end <= closes
        for offset in (0, -1)
        for opens, closes in open_spans(rules, zone, day + timedelta(days=offset))
    )


def local_day(zone: str, moment: datetime) -> tuple[datetime, datetime]:
    """Return the local day in which a moment lies, as moments `[start, end)`; a day of a clock change is not 24 h."""
    place = ZoneInfo(zone)
    day = moment.astimezone(place).date()
    return (
        datetime.combine(day, time.min, place).astimezone(UTC),
        datetime.combine(day + timedelta(days=1), time.min, place).astimezone(UTC),
    )


def next_open_moment(hours: Iterable[OpeningHours], zone: str, moment: datetime) -> datetime:
    """Return `moment` when the centre is open then, else the next opening; `moment` itself when it never opens."""
    rules = list(hours)
    day = moment.astimezone(ZoneInfo(zone)).date()
    for offset in range(8):
        for opens, closes in open_spans(rules, zone, day + timedelta(days=offset)):
            if moment < closes:
                return max(moment, opens)
    return moment
