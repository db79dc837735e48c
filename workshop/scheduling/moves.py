"""Ways out when work overruns: complete plans of moves, ordered by the promises they break.

Visits are placed one after the other, each as early as it can be (list scheduling); other orders are tried for a second
at most, and the best plans are kept.
"""

import time
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, permutations
from typing import Any
from uuid import UUID

from workshop.centers.spans import moment_of
from workshop.kernel.clock import now

from .candidates import Candidate, fitting_bays, fitting_technicians, of_kind
from .exact import is_free
from .models import Appointment
from .plan import Plan, plan_of
from .services.allocate import Allocation
from .services.visit import Visit, services_agreed, visit_at
from .slots import slots_for_desk

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
    """Return up to three plans for visits of one centre that are in conflict, the fewest broken promises first."""
    if not appointments:
        return []
    at = now()
    start = min(at, *(one.scheduled_start for one in appointments))
    plan = plan_of(appointments[0].center, start, at + AHEAD, taken=True)
    _without(plan, appointments)
    visits = {one.id: _visit(one) for one in appointments}
    found: dict[tuple[Any, ...], Way] = {}
    deadline = time.monotonic() + SECOND
    ordered = sorted(appointments, key=lambda one: (one.scheduled_start, one.id))
    for order in islice(permutations(ordered), MOST_ORDERS):
        way = _placed(plan, order, visits, at)
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


def _placed(plan: Plan, order: Sequence[Appointment], visits: dict[UUID, Visit], at: datetime) -> Way | None:
    """Place visits in an order, each as soon as it can be from its own time on; None when one finds no place."""
    working = copy(plan)
    working.taken = {id: list(periods) for id, periods in plan.taken.items()}
    moves = []
    for appointment in order:
        move = _soonest(working, appointment, visits[appointment.id], at)
        if move is None:
            return None
        moves.append(move)
        for resource_id, start, end in move.allocation.periods(move.visit):
            working.taken.setdefault(resource_id, []).append((start, end))
    moves.sort(key=lambda move: move.appointment.scheduled_start)
    return Way(tuple(moves))


def _soonest(plan: Plan, appointment: Appointment, visit: Visit, at: datetime) -> Move | None:
    same = _allocation(plan, visit, appointment)
    if same is not None and visit.start >= at:
        return Move(appointment, visit, same)
    step = plan.rules.slot_step
    after = max(visit.start, at)
    for minute in slots_for_desk(plan, visit.wanted, after, at + AHEAD, step=step, most=1):
        later = Visit(visit.center, visit.services, moment_of(minute), visit.layout, visit.loaner)
        found = _allocation(plan, later, appointment)
        if found is not None:
            return Move(appointment, later, found)
    return None


def _allocation(plan: Plan, visit: Visit, appointment: Appointment) -> Allocation | None:
    """Return free resources for a visit, its own ones rather than others."""
    wanted, layout = visit.wanted, visit.layout
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
    return Allocation(bay, technician, tuple(tool for tool in tools if tool is not None), loaner)


def _free(
    plan: Plan, visit: Visit, pool: Sequence[Candidate], spans: Any, own: UUID | None
) -> Candidate | None:
    free = [row for row in pool if is_free(plan, row, spans, visit.start)]
    return min(free, key=lambda row: (own not in (row.bay_id, row.person_id), row.id), default=None)


def _without(plan: Plan, appointments: Sequence[Appointment]) -> None:
    """Forget what the visits themselves have taken."""
    own: dict[UUID, list[tuple[datetime, datetime]]] = {}
    for one in appointments:
        for booking in one.bookings.filter(state="active", transport=None):
            own.setdefault(booking.resource_id, []).append((booking.period.lower, booking.period.upper))
    for resource_id, periods in own.items():
        plan.taken[resource_id] = [span for span in plan.taken.get(resource_id, []) if span not in periods]


def _visit(appointment: Appointment) -> Visit:
    return visit_at(
        appointment.center,
        services_agreed(appointment),
        appointment.scheduled_start,
        duration=appointment.duration,
        loaner=appointment.wants_loaner,
    )
