"""Where a visit can begin: what is known of a centre, turned into bits and asked all at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workshop.catalog.models import Service
from workshop.centers.hours import DAY, midnight
from workshop.centers.spans import ceil_minute, floor_minute, moment_of

from .candidates import Candidate, certified_until, fitting_bays, of_kind, skilled_technicians
from .capacity import Day, Free, Supply, days_with_room, grid, mask, minutes_of, starts
from .layout import Layout
from .plan import Plan

Slots = list[int]
"""Minutes since the epoch at which a visit can begin, in order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a visit needs: its services, how they lie in time, a loaner car, certain people or bays."""

    services: Sequence[Service]
    layout: Layout
    loaner: bool = False


def slots_for_customers(
    plan: Plan, wanted: Wanted, start: datetime, end: datetime, at: datetime, *, supply: Supply | None = None
) -> Slots:
    """Return the starts within `[start, end)` that customers are offered at the moment `at`.

    They lie on the centre's steps, after its lead time, within its horizon, on days whose technicians have the hours.
    `supply` is what `supply_of` found, where more than one question is asked of it.
    """
    rules = plan.rules
    earliest = max(start, at + timedelta(minutes=rules.lead_time))
    latest = min(end, at + timedelta(days=rules.horizon_days))
    supply = supply or supply_of(plan, wanted)
    found = starts(supply, wanted.layout) & grid(supply.first, supply.length, rules.slot_step)
    found &= days_with_room(supply, wanted.layout, days_of(plan, wanted, start, end), floor_minute(at))
    return _within(supply, found, earliest, latest)


def slots_for_desk(
    plan: Plan,
    wanted: Wanted,
    start: datetime,
    end: datetime,
    *,
    step: int = 1,
    most: int | None = None,
    supply: Supply | None = None,
) -> Slots:
    """Return the starts within `[start, end)` that the desk can book, however near or full the day is."""
    supply = supply or supply_of(plan, wanted)
    found = starts(supply, wanted.layout)
    if step > 1:
        found &= grid(supply.first, supply.length, step)
    return _within(supply, found, start, end, most)


def supply_of(plan: Plan, wanted: Wanted) -> Supply:
    """Return what could serve a visit, as bits."""
    zone = plan.center.time_zone
    first = midnight(zone, plan.first)
    length = midnight(zone, plan.last + DAY) - first
    masks: dict[tuple[tuple[int, int], ...], int] = {}

    def at_work(spans: Iterable[tuple[int, int]]) -> int:
        key = tuple(spans)
        if key not in masks:
            masks[key] = mask(key, first, length)
        return masks[key]

    def free(resource: Candidate) -> Free:
        taken = mask(plan.taken.get(resource.id, ()), first, length)
        breaks_in, breaks_out = plan.at_work(resource)
        until = certified_until(resource, wanted.services) if resource.kind == "technician" else None
        certified = None if until is None else mask([(first, midnight(zone, until + DAY))], first, length)
        return Free(at_work(breaks_out) & ~taken, at_work(breaks_in) & ~taken, certified)

    def pool(resources: Iterable[Candidate]) -> list[Free]:
        return [free(resource) for resource in resources]

    return Supply(
        first=first,
        length=length,
        opening=at_work(plan.opening),
        bays=pool(fitting_bays(plan.candidates, wanted.services)),
        technicians=pool(skilled_technicians(plan.candidates, wanted.services)),
        tools=[pool(of_kind(plan.candidates, "tool", type)) for type, _ in wanted.layout.tools],
        loaners=pool(of_kind(plan.candidates, "loaner")) if wanted.loaner else None,
    )


def days_of(plan: Plan, wanted: Wanted, start: datetime, end: datetime) -> list[Day]:
    """Return the local days that `[start, end)` touches, with the technicians' minutes that are spoken for."""
    zone, limit = plan.center.time_zone, plan.rules.load_limit
    technicians = skilled_technicians(plan.candidates, wanted.services)
    found = []
    for day in _days(plan.hours.day(start), plan.hours.day(end)):
        low, high = midnight(zone, day), midnight(zone, day + DAY)
        pending = sum(
            ceil_minute(upper) - floor_minute(lower)
            for lower, upper in plan.pending
            if low <= floor_minute(lower) < high
        )
        kept = 0
        if limit < 100:
            worked = sum(_minutes_within(plan.at_work(one)[1], low, high) for one in technicians)
            kept = worked * (100 - limit) // 100
        found.append(Day(low, high, pending, kept))
    return found


def walk_in_start(plan: Plan, wanted: Wanted, at: datetime, *, supply: Supply | None = None) -> int | None:
    """Return the first minute of the rest of the day at which somebody who comes unannounced could be served."""
    tomorrow = moment_of(midnight(plan.center.time_zone, plan.hours.day(at) + DAY))
    found = slots_for_desk(plan, wanted, at, tomorrow, most=1, supply=supply)
    return found[0] if found else None


def _within(supply: Supply, found: int, start: datetime, end: datetime, most: int | None = None) -> Slots:
    span = (ceil_minute(start), ceil_minute(end))
    return minutes_of(found & mask([span], supply.first, supply.length), supply.first, most)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def _minutes_within(spans: Iterable[tuple[int, int]], low: int, high: int) -> int:
    return sum(max(0, min(end, high) - max(start, low)) for start, end in spans)
