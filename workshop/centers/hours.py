"""Opening hours: wall-clock rules of the centre's zone, with exceptions, answered as spans of true minutes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Self
from zoneinfo import ZoneInfo

from .models import HoursException, OpeningHours
from .spans import Minutes, ceil_minute, covers, floor_minute, merged, moment_of

WallSpan = tuple[time, time]
"""Opens and closes on somebody's clock; one that closes at or before it opens goes on into the next day."""
DAY = timedelta(days=1)
MINUTES_A_DAY = 1440
LOOK_AHEAD = 370
"""The most days that are searched for the next opening."""


@dataclass(frozen=True, slots=True)
class WeekRule:
    """What holds on each weekday (0 is Monday), and on single dates instead."""

    weekly: Mapping[int, list[WallSpan]]
    dated: Mapping[date, list[WallSpan]] = field(default_factory=dict)

    def on(self, day: date) -> list[WallSpan]:
        """Return the spans that begin on a day."""
        return self.dated[day] if day in self.dated else self.weekly.get(day.weekday(), [])

    def spans(self, zone: str, first: date, last: date) -> list[Minutes]:
        """Return the spans that begin from one day to another in a zone, merged."""
        found = []
        # A month of rosters has a thousand spans: on a day of 24 hours `wall_span` is worked out in place.
        for day, weekday, begins, plain in _calendar(zone, first, last):
            for starts, ends in self.dated[day] if day in self.dated else self.weekly.get(weekday, ()):
                if plain and ends > starts and not ends.second:
                    low, high = begins + 60 * starts.hour, begins + 60 * ends.hour
                    found.append((low + starts.minute, high + ends.minute))
                else:
                    found.append(wall_span(zone, day, starts, ends))
        return merged(found)


@dataclass(frozen=True, slots=True)
class Hours:
    """A centre's opening hours with their exceptions, and the reasons of these."""

    zone: str
    rule: WeekRule
    reasons: Mapping[date, str] = field(default_factory=dict)

    @classmethod
    def of(cls, zone: str, weekly: Iterable[OpeningHours], exceptions: Iterable[HoursException] = ()) -> Self:
        """Return the hours that rows say."""
        week: dict[int, list[WallSpan]] = defaultdict(list)
        for span in weekly:
            week[span.weekday].append((span.opens, span.closes))
        dated: dict[date, list[WallSpan]] = defaultdict(list)
        reasons: dict[date, str] = {}
        for row in exceptions:
            spans = dated[row.date]
            reasons[row.date] = row.reason
            if row.opens is not None and row.closes is not None:
                spans.append((row.opens, row.closes))
        return cls(zone, WeekRule(dict(week), dict(dated)), reasons)

    def spans(self, first: date, last: date) -> list[Minutes]:
        """Return the open spans that begin from one local day to another."""
        return self.rule.spans(self.zone, first, last)

    def around(self, start: datetime, end: datetime) -> list[Minutes]:
        """Return the open spans that may touch `[start, end)`."""
        return self.spans(self.day(start) - DAY, self.day(end) + DAY)

    def day(self, moment: datetime) -> date:
        """Return the local day of a moment."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def is_open(self, start: datetime, end: datetime) -> bool:
        """Say whether the centre is open during the whole of `[start, end)`."""
        return covers(self.around(start, end), floor_minute(start), ceil_minute(end))

    def next_open(self, moment: datetime) -> datetime:
        """Return `moment` when the centre is open then, else the next opening; itself when there is none in a year."""
        first, minute = self.day(moment) - DAY, floor_minute(moment)
        for offset in range(0, LOOK_AHEAD, 7):
            day = first + timedelta(days=offset)
            for start, end in self.spans(day, day + timedelta(days=7)):
                if minute < end:
                    return max(moment, moment_of(start))
        return moment


def wall_span(zone: str, day: date, starts: time, ends: time) -> Minutes:
    """Return as true minutes what a clock in a zone says: from `starts` on a day until `ends`, perhaps the day after.

    In the hour that a clock change leaves out, the clock is read as if it had not been changed yet.
    """
    over = ends <= starts
    return _minute(zone, day, starts, up=False), _minute(zone, day + DAY if over else day, ends, up=True)


def local_day(zone: str, moment: datetime) -> tuple[datetime, datetime]:
    """Return the local day in which a moment lies, as moments `[start, end)`; a day of a clock change is not 24 h."""
    day = moment.astimezone(ZoneInfo(zone)).date()
    return moment_of(midnight(zone, day)), moment_of(midnight(zone, day + DAY))


def is_missing(zone: str, moment: datetime) -> bool:
    """Say whether a moment was written as a wall-clock time that a clock change of the zone leaves out."""
    offset = moment.utcoffset()
    shown = moment.astimezone(ZoneInfo(zone))
    if offset is None or shown.replace(tzinfo=None) == moment.replace(tzinfo=None):
        return False
    before = (shown - timedelta(days=1)).utcoffset()
    there = moment.replace(tzinfo=ZoneInfo(zone))
    exists = there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == there.replace(
        tzinfo=None
    )
    return offset == before and not exists


@lru_cache(maxsize=16384)
def midnight(zone: str, day: date) -> int:
    """Return the minute at which a local day begins."""
    return ceil_minute(datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC))


@lru_cache(maxsize=512)
def _calendar(zone: str, first: date, last: date) -> list[tuple[date, int, int, bool]]:
    """Return the days from one to another: date, weekday, the minute each begins, and whether it has 24 hours."""
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    begin = [(midnight(zone, day), midnight(zone, day + DAY)) for day in days]
    return [
        (day, day.weekday(), low, high - low == MINUTES_A_DAY)
        for day, (low, high) in zip(days, begin, strict=True)
    ]


def _minute(zone: str, day: date, at: time, *, up: bool) -> int:
    """Return the true minute of a wall-clock time; one with seconds is rounded up or down."""
    begins = midnight(zone, day)
    if midnight(zone, day + DAY) - begins == MINUTES_A_DAY:
        return begins + 60 * at.hour + at.minute + (1 if up and at.second else 0)
    moment = datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
    return ceil_minute(moment) if up else floor_minute(moment)
