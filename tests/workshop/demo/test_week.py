"""The demo's day could be any day of the week: whatever is booked lies within the hours of whoever does it."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from workshop.demo.data.centers import ANNA_NAGAR, CENTER_BY_CODE
from workshop.demo.data.centers.spec import CenterSpec
from workshop.demo.data.coming import BOOKED, REQUESTS
from workshop.demo.data.day import ANCHOR, DAY, VisitSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE
from workshop.demo.data.people.shifts import SHIFTS
from workshop.demo.data.services import SERVICE_BY_CODE
from workshop.demo.data.when import When
from workshop.demo.loading.coming import day_at
from workshop.demo.loading.day import moment_of

MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=weekday) for weekday in range(7)]
Span = tuple[datetime, datetime]

every_day = pytest.mark.parametrize("today", DAYS, ids=lambda day: f"{day:%A}")


def demo_day(today: date) -> datetime:
    """Return the hour of the demo's day at its centre, when it is loaded on a day."""
    place = ZoneInfo(ANNA_NAGAR.time_zone)
    return moment_of(ANNA_NAGAR, datetime.combine(today, time(12), place)).astimezone(place)


def booked(visit: VisitSpec, at: datetime) -> Span:
    return at + timedelta(minutes=visit.start), at + timedelta(minutes=visit.end)


def on_shift(worker: str, span: Span) -> bool:
    start, end = span
    shifts = [
        one for one in SHIFTS if (one.worker, one.kind, one.weekday) == (worker, "work", start.weekday())
    ]
    within = [one for one in shifts if one.starts <= start.time() and end.time() <= one.ends]
    return start.date() == end.date() and bool(within)


def is_open(center: CenterSpec, span: Span) -> bool:
    start, end = span
    spans = [one for one in center.opening if one.weekday == start.weekday()]
    return any(one.opens <= start.time() and end.time() <= one.closes for one in spans)


@every_day
def test_everybody_who_works_on_the_day_is_there(today: date) -> None:
    at = demo_day(today)
    assert at.time() == ANCHOR
    away = [visit.code for visit in DAY if not on_shift(visit.technician, booked(visit, at))]
    assert away == []


@every_day
def test_whatever_is_asked_for_the_coming_days_fits_their_hours(today: date) -> None:
    at = demo_day(today)
    coming = [(spec.customer, spec.services, spec.when) for spec in BOOKED]
    coming += [
        (spec.customer, spec.services, when)
        for spec in REQUESTS
        for when in (*spec.wished, spec.proposed)
        if when is not None
    ]

    def fits(customer: str, services: tuple[str, ...], when: When) -> bool:
        center = CENTER_BY_CODE[CUSTOMER_BY_CODE[customer].center]
        start = datetime.combine(day_at(center.code, when.day, at), when.at)
        minutes = sum(SERVICE_BY_CODE[one].minutes for one in services)
        return is_open(center, (start, start + timedelta(minutes=minutes)))

    assert [one for one in coming if not fits(*one)] == []


def test_who_begins_later_is_missed_before() -> None:
    at = datetime.combine(MONDAY, time(9, 50))
    assert not on_shift("farida", (at, at + timedelta(minutes=35)))
    assert on_shift("farida", (at + timedelta(minutes=15), at + timedelta(minutes=50)))


def test_a_short_saturday_is_noticed() -> None:
    at = datetime.combine(MONDAY + timedelta(days=5), time(17))
    assert is_open(ANNA_NAGAR, (at, at + timedelta(minutes=90)))
    assert not is_open(ANNA_NAGAR, (at, at + timedelta(minutes=120)))
