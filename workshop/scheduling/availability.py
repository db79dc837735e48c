"""What a centre has free for a visit: a month of days with their slots, the earliest three, the wait at the door."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from workshop.centers.hours import DAY, midnight
from workshop.centers.models import ServiceCenter
from workshop.centers.spans import moment_of
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid, NotFound
from workshop.vehicles.selectors import owned_by as vehicles_of

from .candidates import Candidate, of_kind
from .capacity import Supply
from .due import REACH
from .models import Appointment, BookingRules, VehicleTransport
from .plan import Plan, plan_of
from .selectors import holds_of, owned_by
from .services.along import can_come, moves_along, shifted
from .services.draft import NOT_THERE
from .services.order import Agreed, Line, services_asked
from .services.visit import Visit, services_agreed, visit_at
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
    """What is free for a visit of `duration` minutes; `wait` are the minutes until who comes unannounced is served.

    `visits` are the asker's own, which the vehicle that they ask for has in these days: nothing is free across them.
    """

    center: ServiceCenter
    rules: BookingRules
    duration: int
    days: list[DaySlots]
    wait: int | None
    loaners: bool
    earliest: list[datetime] = field(default_factory=list)
    visits: list[Appointment] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for themselves, by account or browser, and for which vehicle of theirs."""

    actor: Actor
    visitor: str = ""
    vehicle_id: UUID | None = None


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
    asker: Asker | None = None,
) -> Availability:
    """Return what is free from one local day to another, today and the next 30 unless told otherwise.

    The desk is shown more than customers are. What is planned to collect and return the vehicle of a visit that moves,
    `besides`, has to come along. `named` are bays or technicians (by their own ids) that it is wanted
    with; the bookings of the appointment `besides` do not count. To an `asker` what they hold themselves is free, as
    choosing another time lets it go, and what their vehicle's visits lie across is not. Raises NotFound, also
    `vehicle_not_found`, Invalid `too_many_days`, and what `services_asked` raises.
    """
    center, services, opening = services_asked(center_id, lines, vehicle_kind=vehicle_kind)
    if asker:
        besides = holds_of(asker.actor, asker.visitor).values_list("id", flat=True).first()
    return _found(
        _Sought(center, services, duration, loaner, besides, _own(asker) if asker else None),
        _period(center, first, last),
        opening=opening,
        desk=desk,
        named=named,
        told_to=asker.actor if asker else None,
    )


def availability_to_move(
    actor: Actor, appointment_id: UUID, *, first: date | None = None, last: date | None = None
) -> Availability:
    """Return what is free for one's own appointment to move to, as `availability` does.

    It keeps its services and their minutes as they were agreed, whatever is offered today. Its own bookings do not
    count, its vehicle's other visits do. Raises NotFound and Invalid `too_many_days`.
    """
    row = owned_by(actor).select_related("center").filter(pk=appointment_id).first()
    if row is None:
        raise NotFound()
    sought = _Sought(row.center, services_agreed(row), row.duration, row.wants_loaner, row.id, row.vehicle_id)
    return _found(sought, _period(row.center, first, last), told_to=actor)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A visit that a time is sought for; `vehicle_id` is whose other visits keep it from being anywhere else."""

    center: ServiceCenter
    services: list[Agreed]
    duration: int | None
    loaner: bool
    besides: UUID | None
    vehicle_id: UUID | None


@dataclass(frozen=True, slots=True)
class _Period:
    today: date
    first: date
    last: date


def _period(center: ServiceCenter, first: date | None, last: date | None) -> _Period:
    today = now().astimezone(ZoneInfo(center.time_zone)).date()
    first = max(first or today, today)
    last = last or first + timedelta(days=MOST_DAYS - 1)
    if not 0 <= (last - first).days < MOST_DAYS:
        raise Invalid(
            "too_many_days",
            f"Ask for 1 to {MOST_DAYS} days at once, from today on.",
            fields={"to": [f"Choose a day within {MOST_DAYS} days of the first."]},
        )
    return _Period(today, first, last)


def _found(
    sought: _Sought,
    days: _Period,
    *,
    opening: list[list[Any]] | None = None,
    desk: bool = False,
    named: frozenset[UUID] = frozenset(),
    told_to: Actor | None = None,
) -> Availability:
    center, at = sought.center, now()
    visit = visit_at(center, sought.services, at, duration=sought.duration, loaner=sought.loaner)
    wanted = visit.wanted
    start = moment_of(midnight(center.time_zone, days.first))
    end = moment_of(midnight(center.time_zone, days.last + DAY))
    visits = _visits_of(sought, start, end)
    driven = _driven(sought)
    reach = REACH if driven else timedelta()
    plan = plan_of(center, start - reach, end + reach, opening=opening, taken=True, besides=sought.besides)
    _only(plan, named)
    supply = supply_of(plan, wanted)
    if desk:
        step = plan.rules.slot_step
        minutes = slots_for_desk(plan, wanted, max(start, at), end, step=step, supply=supply)
    else:
        minutes = slots_for_customers(plan, wanted, start, end, at, supply=supply)
    long = timedelta(minutes=wanted.layout.minutes)
    starts = [moment_of(minute) for minute in minutes]
    free = [one for one in starts if not any(_across(other, one, one + long) for other in visits)]
    if driven:
        drivers = of_kind(plan.candidates, "driver")
        free = [one for one in free if _comes_along(plan, replace(visit, start=one), driven, drivers, at)]
    return Availability(
        center=center,
        rules=plan.rules,
        duration=wanted.layout.minutes,
        days=_by_day(plan, days.first, days.last, free),
        wait=_wait(plan, wanted, at, supply) if days.first == days.today else None,
        loaners=bool(of_kind(plan.candidates, "loaner")),
        earliest=free[:EARLIEST],
        visits=[other for other in visits if told_to and _is_of(other, told_to)],
    )


def _driven(sought: _Sought) -> list[VehicleTransport]:
    """Return what is planned to collect and return the vehicle of a visit that is to be moved."""
    if sought.besides is None:
        return []
    rows = VehicleTransport.objects.filter(appointment_id=sought.besides, status="planned")
    return list(rows.select_related("appointment").order_by("id"))


def _comes_along(
    plan: Plan, visit: Visit, driven: Sequence[VehicleTransport], drivers: Sequence[Candidate], at: datetime
) -> bool:
    """Say whether what is planned to collect and return the vehicle can move along with its visit."""
    for row in driven:
        shift = moves_along(row.appointment, row, visit)
        if shift and not can_come(plan, visit, shifted(row, shift), drivers, at):
            return False
    return True


def _own(asker: Asker) -> UUID | None:
    """Return the asker's vehicle, if they named one; raise NotFound `vehicle_not_found` for anybody else's."""
    if asker.vehicle_id is None:
        return None
    own = asker.actor.id if asker.actor.kind == "person" else None
    if own is None or not vehicles_of(own).filter(pk=asker.vehicle_id).exists():
        raise NotFound("vehicle_not_found", "This vehicle is not one of yours.")
    return asker.vehicle_id


def _visits_of(sought: _Sought, start: datetime, end: datetime) -> list[Appointment]:
    """Return the other visits of the vehicle within a period, in order."""
    if sought.vehicle_id is None:
        return []
    rows = Appointment.objects.filter(
        vehicle_id=sought.vehicle_id, scheduled_start__lt=end + DAY, scheduled_end__gt=start
    )
    if sought.besides is not None:
        rows = rows.exclude(pk=sought.besides)
    return list(rows.exclude(status__in=NOT_THERE).order_by("scheduled_start"))


def _is_of(visit: Appointment, actor: Actor) -> bool:
    """Say whether a visit is a person's own: who came by a link is told of no other."""
    return actor.kind == "person" and visit.customer_id == actor.id


def _across(visit: Appointment, start: datetime, end: datetime) -> bool:
    return visit.scheduled_start < end and start < visit.scheduled_end


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
