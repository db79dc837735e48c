"""Whether one resource is free for one visit, by its spans: the plain question, asked under the lock."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workshop.centers.spans import Minutes, ceil_minute, covers, floor_minute, merged, moment_of, without

from .candidates import Candidate, skilled_technicians
from .layout import LONG_WORK
from .plan import Plan
from .slots import Wanted, days_of


def is_free(plan: Plan, resource: Candidate, segments: Iterable[Minutes], start: datetime) -> bool:
    """Say whether a resource is there and not taken in these parts of a visit."""
    return why_not(plan, resource, segments, start) == ("", "")


def why_not(plan: Plan, resource: Candidate, segments: Iterable[Minutes], start: datetime) -> tuple[str, str]:
    """Return a code and words for why a resource cannot serve these parts of a visit; both empty when it can."""
    breaks_in, breaks_out = plan.at_work(resource)
    for low, high in segments:
        begins = floor_minute(start + timedelta(minutes=low))
        ends = ceil_minute(start + timedelta(minutes=high))
        if not covers(breaks_in if high - low >= LONG_WORK else breaks_out, begins, ends):
            return _away(plan, resource, begins, ends, at_work=covers(breaks_in, begins, ends))
        for booked_from, booked_until in plan.taken.get(resource.id, ()):
            if booked_from < ends and begins < booked_until:
                until = moment_of(booked_until).astimezone(ZoneInfo(plan.center.time_zone))
                return "busy", f"{resource.name} is booked until {until:%H:%M}."
    return "", ""


def has_room(plan: Plan, wanted: Wanted, start: datetime, at: datetime) -> bool:
    """Say whether the technicians' hours that a day has left at the moment `at` are enough for a visit.

    What is booked, carried over and asked for is taken off.
    """
    (day,) = days_of(plan, wanted, start, start)
    left = 0
    for technician in skilled_technicians(plan.candidates, wanted.services):
        taken = merged(plan.taken.get(technician.id, ()))
        free = without(plan.at_work(technician)[1], taken)
        left += _minutes_between(free, max(day.start, floor_minute(at)), day.end)
    return left - day.pending - day.kept_back >= wanted.layout.hands


def _away(plan: Plan, resource: Candidate, begins: int, ends: int, *, at_work: bool) -> tuple[str, str]:
    if at_work:
        return "on_break", f"{resource.name} has a break then."
    roster = plan.rosters.get(resource.person_id) if resource.person_id else None
    if roster is not None and any(low < ends and begins < high for low, high in roster.absences):
        return "absent", f"{resource.name} is absent then."
    return "off_shift", f"{resource.name} is not on shift then."


def _minutes_between(spans: Sequence[Minutes], low: int, high: int) -> int:
    return sum(max(0, min(end, high) - max(start, low)) for start, end in spans)
