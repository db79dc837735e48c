"""Ways out when work overruns: complete plans of moves, ordered by the promises they break.

Visits are placed one after the other, each as early as it can be (list scheduling); other orders are tried for a second
at most, and the best plans are kept. What is planned to collect and return a vehicle moves along, with the driver it
has: a visit is placed only where they are free, so that the desk may confirm every plan that it reads.
"""

import time
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, permutations
from typing import Any
from uuid import UUID

from django.db.models import Q

from workshop.centers.spans import ceil_minute, floor_minute, moment_of
from workshop.kernel.clock import now

from .candidates import Candidate, fitting_bays, fitting_technicians, of_kind
from .due import REACH
from .exact import is_free
from .models import Appointment, VehicleTransport
from .plan import Plan, plan_of
from .services.allocate import Allocation
from .services.along import can_come, moves_along, shifted
from .services.trips import Leg
from .services.visit import Visit, services_agreed, visit_at
from .slots import slots_for_desk
from .workflow import APPOINTMENT

AHEAD = timedelta(days=3)
SECOND = 1.0
MOST_ORDERS = 120
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Move:
    """A visit with the time and the resources it would get; it keeps its time when `delay` is 0 minutes."""

    appointment: Appointment
    visit: Visit
    allocation: Allocation

    @property
    def delay(self) -> int:
        """Return by how many minutes it begins later than was promised."""
        return int((self.visit.start - self.appointment.scheduled_start).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Way:
    """A plan that places every visit in conflict."""

    moves: tuple[Move, ...]

    @property
    def cost(self) -> tuple[int, int]:
        """Return how many promises it breaks, and by how many minutes in all."""
        late = [move.delay for move in self.moves if move.delay]
        return len(late), sum(late)


def ways_out(appointments: Sequence[Appointment]) -> list[Way]:
    """Return up to three plans for visits of one centre that are in conflict, the fewest broken promises first.

    A time that was proposed to a customer stays: it is theirs to answer.
    """
    movable = [one for one in appointments if _may_move(one)]
    if not movable:
        return []
    at = now()
    start = min(at, *(one.scheduled_start for one in movable))
    plan = plan_of(movable[0].center, start - REACH, at + AHEAD + REACH, taken=True)
    places = [_Place(one, _visit(one), tuple(_planned(one))) for one in movable]
    _without(plan, places)
    found: dict[tuple[Any, ...], Way] = {}
    deadline = time.monotonic() + SECOND
    ordered = sorted(places, key=lambda place: (place.appointment.scheduled_start, place.appointment.id))
    for order in islice(permutations(ordered), MOST_ORDERS):
        way = _placed(plan, order, at)
        if way is not None:
            key = tuple((move.appointment.id, move.visit.start) for move in way.moves)
            found.setdefault(key, way)
        if time.monotonic() > deadline:
            break
    return sorted(found.values(), key=lambda way: way.cost)[:SHOWN]


def way_shape(way: Way) -> dict[str, Any]:
    """Return a plan for the desk; delays in minutes."""
    broken, delay = way.cost
    return {
        "broken_promises": broken,
        "delay": delay,
        "moves": [
            {
                "appointment_id": str(move.appointment.id),
                "version": move.appointment.version,
                "number": move.appointment.number,
                "scheduled_start": move.visit.start.isoformat(),
                "before": move.appointment.scheduled_start.isoformat(),
                "delay": move.delay,
                "bay": {"id": str(move.allocation.bay.bay_id), "name": move.allocation.bay.name},
                "technician": {
                    "id": str(move.allocation.technician.person_id),
                    "name": move.allocation.technician.name,
                },
            }
            for move in way.moves
        ],
    }


@dataclass(frozen=True, slots=True)
class _Place:
    """A visit in conflict as it was agreed, with what is planned to collect and return its vehicle."""

    appointment: Appointment
    visit: Visit
    trips: tuple[VehicleTransport, ...]


def _may_move(appointment: Appointment) -> bool:
    return any(move.verb == "reschedule" for move in APPOINTMENT.verbs_from(appointment.status, "F"))


def _planned(appointment: Appointment) -> list[VehicleTransport]:
    return list(appointment.transports.filter(status="planned").order_by("id"))


def _placed(plan: Plan, order: Sequence[_Place], at: datetime) -> Way | None:
    """Place visits in an order, each as soon as it can be from its own time on; None when one finds no place."""
    working = copy(plan)
    working.taken = {id: list(spans) for id, spans in plan.taken.items()}
    moves = []
    for place in order:
        move = _soonest(working, place, at)
        if move is None:
            return None
        moves.append(move)
        for seats, start, end in _takes(plan, move):
            for id in seats:
                working.taken.setdefault(id, []).append((floor_minute(start), ceil_minute(end)))
    moves.sort(key=lambda move: (move.appointment.scheduled_start, move.appointment.id))
    return Way(tuple(moves))


def _takes(plan: Plan, move: Move) -> Iterator[tuple[list[UUID], datetime, datetime]]:
    """Yield what a move takes, with all that one and the same person is bookable as."""
    seats = {row.id: plan.seats_of(row) for row in plan.candidates}
    for id, start, end in move.allocation.periods(move.visit):
        yield seats[id], start, end
    for leg, driver in move.allocation.trips:
        yield seats[driver.id], leg.row.window_start, leg.row.window_end


def _soonest(plan: Plan, place: _Place, at: datetime) -> Move | None:
    visit = place.visit
    same = _allocation(plan, visit, place, at)
    if same is not None and visit.start >= at:
        return Move(place.appointment, visit, same)
    step = plan.rules.slot_step
    # Without a drive the first start is as good as its word; with one it may be that nobody drives then.
    most = None if place.trips else 1
    for minute in slots_for_desk(plan, visit.wanted, max(visit.start, at), at + AHEAD, step=step, most=most):
        later = Visit(visit.center, visit.services, moment_of(minute), visit.layout, visit.loaner)
        found = _allocation(plan, later, place, at)
        if found is not None:
            return Move(place.appointment, later, found)
    return None


def _allocation(plan: Plan, visit: Visit, place: _Place, at: datetime) -> Allocation | None:
    """Return free resources for a visit, its own ones rather than others; None when something is missing."""
    wanted, layout, appointment = visit.wanted, visit.layout, place.appointment
    day = plan.hours.day(visit.start)
    bay = _free(
        plan, visit, fitting_bays(plan.candidates, wanted.services), (layout.bay,), appointment.bay_id
    )
    people = fitting_technicians(plan.candidates, wanted.services, day)
    technician = _free(plan, visit, people, layout.work, appointment.technician_id)
    tools = [
        _free(plan, visit, of_kind(plan.candidates, "tool", type), spans, None)
        for type, spans in layout.tools
    ]
    loaner = None
    if visit.loaner:
        loaner = _free(plan, visit, of_kind(plan.candidates, "loaner"), ((0, layout.minutes),), None)
    if bay is None or technician is None or None in tools or (visit.loaner and loaner is None):
        return None
    trips = _driven(plan, visit, place, at)
    if trips is None:
        return None
    return Allocation(bay, technician, tuple(tool for tool in tools if tool is not None), loaner, trips)


def _driven(
    plan: Plan, visit: Visit, place: _Place, at: datetime
) -> tuple[tuple[Leg, Candidate], ...] | None:
    """Return what is planned in the windows that it gets with the visit; None when a driver cannot come then.

    Only the driver who has it counts: whom `reschedule` would take instead hangs on what else is moved.
    """
    drivers = {one.person_id: one for one in of_kind(plan.candidates, "driver")}
    found = []
    for planned in place.trips:
        shift = moves_along(place.appointment, planned, visit)
        row = shifted(planned, shift)
        driver = drivers.get(row.driver_id)
        if driver is None:
            if shift:
                return None
            continue
        free = can_come(plan, visit, row, [driver], at) if shift else _is_kept(plan, row, driver)
        if not free:
            return None
        found.append((Leg(row), driver))
    return tuple(found)


def _is_kept(plan: Plan, row: VehicleTransport, driver: Candidate) -> bool:
    """Say whether nothing else of the plan took the driver in a window that stays."""
    start, end = floor_minute(row.window_start), ceil_minute(row.window_end)
    return not any(begins < end and start < ends for begins, ends in plan.taken.get(driver.id, ()))


def _free(
    plan: Plan, visit: Visit, pool: Sequence[Candidate], spans: Any, own: UUID | None
) -> Candidate | None:
    free = [row for row in pool if is_free(plan, row, spans, visit.start)]
    return min(free, key=lambda row: (own not in (row.bay_id, row.person_id), row.id), default=None)


def _without(plan: Plan, places: Sequence[_Place]) -> None:
    """Forget what the visits themselves have taken, and their drivers but for the drives that are under way."""
    seats = {row.id: plan.seats_of(row) for row in plan.candidates}
    for place in places:
        given_up = place.appointment.bookings.filter(
            Q(transport=None) | Q(transport__in=place.trips), state="active"
        )
        for booking in given_up:
            own = floor_minute(booking.period.lower), ceil_minute(booking.period.upper)
            for id in seats.get(booking.resource_id, [booking.resource_id]):
                plan.taken[id] = [span for span in plan.taken.get(id, []) if span != own]


def _visit(appointment: Appointment) -> Visit:
    return visit_at(
        appointment.center,
        services_agreed(appointment),
        appointment.scheduled_start,
        duration=appointment.duration,
        loaner=appointment.wants_loaner,
    )
