"""The fast engine agrees with the slow way, whatever the zone, the clock change, the shifts and the services."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workshop.scheduling.plans import Made, Person
from workshop.centers.spans import moment_of
from workshop.scheduling import capacity
from workshop.scheduling.exact import has_room, is_free
from workshop.scheduling.layout import Layout
from workshop.scheduling.slots import slots_for_customers

# A day on which clocks go forward, one on which they go back, and ordinary ones; half hours and none at all.
PLACES = [
    ("Asia/Kolkata", date(2026, 11, 23)),
    ("Europe/Berlin", date(2026, 3, 28)),
    ("Europe/Berlin", date(2026, 10, 24)),
    ("America/New_York", date(2026, 3, 7)),
    ("Australia/Lord_Howe", date(2026, 4, 4)),
    ("Africa/Cairo", date(2026, 4, 23)),
    ("UTC", date(2028, 2, 28)),
]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 10, 15, 30, 45, 50]))
clocks = st.tuples(times, times).filter(lambda span: span[0] != span[1])


def apart(spans: list[Any]) -> list[Any]:
    """Keep of some spans of a day those that begin after the one before has ended."""
    kept: list[Any] = []
    for opens, closes in sorted(spans):
        if not kept or (kept[-1][0] < kept[-1][1] <= opens):
            kept.append((opens, closes))
    return kept


weeks = st.dictionaries(st.integers(0, 6), st.lists(clocks, max_size=2).map(apart), min_size=4, max_size=7)


@st.composite
def services(draw: Any) -> dict[str, Any]:
    minutes = draw(st.integers(10, 300))
    waits = minutes >= 40 and draw(st.booleans())
    begins = draw(st.integers(5, minutes - 20)) if waits else None
    return {
        "estimated_duration": minutes,
        "buffer_before": draw(st.sampled_from([0, 0, 5, 15])),
        "buffer_after": draw(st.sampled_from([0, 0, 10, 30])),
        "wait_from": begins,
        "wait_until": None if begins is None else draw(st.integers(begins + 1, minutes - 1)),
    }


@st.composite
def centers(draw: Any) -> Made:
    zone, first = draw(st.sampled_from(PLACES))
    midnight = datetime.combine(first, time.min, ZoneInfo(zone)).astimezone(UTC)

    def periods(most: int) -> Any:
        begins = st.integers(-300, 4 * 1440)
        found = st.tuples(begins, st.integers(1, 400)).map(
            lambda pair: (
                midnight + timedelta(minutes=pair[0]),
                midnight + timedelta(minutes=pair[0] + pair[1]),
            )
        )
        return st.lists(found, max_size=most)

    person = st.builds(
        Person,
        shifts=st.none() | weeks.filter(lambda week: any(week.values())),
        dated=st.just({}),
        breaks=st.dictionaries(st.integers(0, 6), st.lists(clocks, max_size=1), max_size=5),
        absences=periods(1),
        taken=periods(5),
        certified_until=st.none() | st.sampled_from([first - timedelta(days=1), first + timedelta(days=1)]),
    )
    return Made(
        zone=zone,
        first=first,
        last=first + timedelta(days=2),
        weekly=draw(weeks),
        closed=draw(st.lists(st.just(first + timedelta(days=1)), max_size=1)),
        bays=draw(st.lists(periods(5), min_size=1, max_size=2)),
        people=draw(st.lists(person, min_size=1, max_size=2)),
        tools=draw(st.lists(periods(4), max_size=2)),
        services=draw(st.lists(services(), min_size=1, max_size=2)),
        pending=draw(periods(2)),
        rules={
            "slot_step": draw(st.sampled_from([5, 15, 30])),
            "lead_time": draw(st.sampled_from([0, 60])),
            "load_limit": draw(st.sampled_from([100, 100, 70])),
        },
    )


def offered(made: Made, at: datetime) -> list[datetime]:
    start = datetime.combine(made.first, time.min, made.place()).astimezone(UTC)
    end = datetime.combine(made.last + timedelta(days=1), time.min, made.place()).astimezone(UTC)
    return [moment_of(minute) for minute in slots_for_customers(made.plan(), made.wanted(), start, end, at)]


def tools(layout: Layout) -> dict[str, Any]:
    return {"tool": layout.tools[0][1]} if layout.tools else {}


def some_moment(made: Made, hours: int) -> datetime:
    return datetime.combine(made.first, time.min, made.place()).astimezone(UTC) + timedelta(hours=hours)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(made=centers(), hours=st.integers(-3, 40))
def test_it_offers_what_the_slow_way_finds(made: Made, hours: int) -> None:
    at = some_moment(made, hours)
    assert offered(made, at) == made.slots(at)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(made=centers(), hours=st.integers(-3, 20))
def test_the_question_under_the_lock_has_the_same_answer(made: Made, hours: int) -> None:
    at, plan, wanted = some_moment(made, hours), made.plan(), made.wanted()
    for number in range(0, 2 * 1440, 45):
        start = some_moment(made, 0) + timedelta(minutes=number)
        layout = wanted.layout
        day = start.astimezone(made.place()).date()
        needs = {"bay": (layout.bay,), "technician": layout.work, **tools(layout)}
        end = start + timedelta(minutes=layout.minutes)
        free = plan.hours.is_open(start, end) and all(
            any(
                is_free(plan, row, spans, start)
                for row in plan.candidates
                if row.kind == kind and all(day <= until for _, until in row.certificates)
            )
            for kind, spans in needs.items()
        )
        assert free == made.is_free(start), start
        assert has_room(plan, wanted, start, at) == made.has_room(start, at), start


def test_twin_an_engine_that_forgets_the_last_minute_is_caught() -> None:
    first = date(2026, 11, 23)
    at = datetime.combine(first, time(0), UTC)
    # A visit of an hour that begins at 9:05 needs the first minute of what the bay does from 10:04 on.
    taken = (at + timedelta(hours=10, minutes=4), at + timedelta(hours=11))
    made = Made(
        zone="UTC",
        first=first,
        last=first,
        weekly={0: [(time(9), time(17))]},
        closed=[],
        bays=[[taken]],
        people=[Person()],
        tools=[],
        services=[{"estimated_duration": 60}],
        pending=[],
        rules={"slot_step": 5, "lead_time": 0, "load_limit": 100},
    )
    assert offered(made, at) == made.slots(at)
    eroded = capacity.eroded
    with patch.object(capacity, "eroded", lambda free, length: eroded(free, max(1, length - 1))):
        assert at + timedelta(hours=9, minutes=5) in set(offered(made, at)) - set(made.slots(at))
