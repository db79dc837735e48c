"""What a centre has free for a visit: a month of days with their slots, the earliest three, the wait at the door."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from workshop.centers.hours import DAY, midnight
from workshop.centers.models import ServiceCenter
from workshop.centers.spans import moment_of
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid

from .candidates import of_kind
from .capacity import Supply
from .models import BookingRules
from .plan import Plan, plan_of
from .services.order import Line, services_asked
from .services.visit import visit_at
from .slots import Wanted, slots_for_customers, slots_for_desk, supply_of, walk_in_start

MOST_DAYS = 31
EARLIEST = 3


@dataclass(frozen=True, slots=True)
class DaySlots:
    """A local day with the starts that are free on it; `reason` is why its hours are not the usual ones."""

    date: date
    open: bool
    reason: str
    slots: list[datetime]


@dataclass(frozen=True, slots=True)
class Availability:
    """What is free for a visit of `duration` minutes; `wait` are the minutes until who comes unannounced is served."""

    center: ServiceCenter
    rules: BookingRules
    duration: int
    days: list[DaySlots]
    wait: int | None
    loaners: bool
    earliest: list[datetime] = field(default_factory=list)


def availability(
    center_id: UUID,
    lines: Sequence[Line],
    *,
    first: date | None = None,
    last: date | None = None,
    desk: bool = False,
    loaner: bool = False,
    vehicle_kind: str | None = None,
    named: frozenset[UUID] = frozenset(),
    duration: int | None = None,
    besides: UUID | None = None,
) -> Availability:
    """Return what is free from one local day to another, today and the next 30 unless told otherwise.

    The desk is shown more than customers are. `named` are bays or technicians (by their own ids) that it is wanted
    with; the bookings of the appointment `besides` do not count. Raises NotFound, Invalid `too_many_days`, and what
    `services_asked` raises.
    """
    center, services, opening = services_asked(center_id, lines, vehicle_kind=vehicle_kind)
    at = now()
    today = at.astimezone(ZoneInfo(center.time_zone)).date()
    first = max(first or today, today)
    last = last or first + timedelta(days=MOST_DAYS - 1)
    if not 0 <= (last - first).days < MOST_DAYS:
        raise Invalid(
            "too_many_days",
            f"Ask for 1 to {MOST_DAYS} days at once, from today on.",
            fields={"to": [f"Choose a day within {MOST_DAYS} days of the first."]},
        )
    wanted = visit_at(center, services, at, duration=duration, loaner=loaner).wanted
    start = moment_of(midnight(center.time_zone, first))
    end = moment_of(midnight(center.time_zone, last + DAY))
    plan = plan_of(center, start, end, opening=opening, taken=True, besides=besides)
    _only(plan, named)
    supply = supply_of(plan, wanted)
    if desk:
        step = plan.rules.slot_step
        minutes = slots_for_desk(plan, wanted, max(start, at), end, step=step, supply=supply)
    else:
        minutes = slots_for_customers(plan, wanted, start, end, at, supply=supply)
    free = [moment_of(minute) for minute in minutes]
    return Availability(
        center=center,
        rules=plan.rules,
        duration=wanted.layout.minutes,
        days=_by_day(plan, first, last, free),
        wait=_wait(plan, wanted, at, supply) if first == today else None,
        loaners=bool(of_kind(plan.candidates, "loaner")),
        earliest=free[:EARLIEST],
    )


def _only(plan: Plan, named: frozenset[UUID]) -> None:
    """Leave of a kind only those that are named, where some of it are."""
    hit = {row.id for row in plan.candidates if {row.bay_id, row.person_id} & named}
    kinds = {row.kind for row in plan.candidates if row.id in hit}
    plan.candidates = [row for row in plan.candidates if row.kind not in kinds or row.id in hit]


def _by_day(plan: Plan, first: date, last: date, free: list[datetime]) -> list[DaySlots]:
    zone = ZoneInfo(plan.center.time_zone)
    slots: dict[date, list[datetime]] = {}
    for moment in free:
        slots.setdefault(moment.astimezone(zone).date(), []).append(moment)
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return [
        DaySlots(day, bool(plan.hours.rule.on(day)), plan.hours.reasons.get(day, ""), slots.get(day, []))
        for day in days
    ]


def _wait(plan: Plan, wanted: Wanted, at: datetime, supply: Supply) -> int | None:
    start = walk_in_start(plan, wanted, at, supply=supply)
    return None if start is None else max(0, int((moment_of(start) - at).total_seconds() // 60))
