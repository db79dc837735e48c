"""The resources of a visit, found free, locked and booked together: bay, technician, tools, loaner and drivers,
or nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError
from psycopg.types.range import TimestamptzRange

from workshop.centers.models import Bay, StaffProfile
from workshop.centers.shapes import bay_card, staff_card
from workshop.centers.spans import Minutes
from workshop.events.prepared import run
from workshop.events.statements import Writes, select_all
from workshop.kernel.clock import now, real_now
from workshop.kernel.errors import Conflict, Invalid

from ..candidates import (
    Candidate,
    fitting_bays,
    fitting_technicians,
    of_kind,
    skilled_technicians,
)
from ..exact import has_room, is_free, why_not
from ..models import NO_OVERLAP, Appointment, ResourceBooking
from ..plan import Plan, pending_from, pending_in, taken_in
from .next_free import next_free
from .release import expire_overdue
from .trips import LOCKED, Leg, booking_of, choose, pools_of, seats_in
from .visit import Visit

OVERDUE = """
SELECT id FROM scheduling_appointment
 WHERE center_id = %s AND status = 'held' AND held_until <= %s ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
"""


MOST_NAMED = 4
"""So many others are named to who asked for one that cannot."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """A bay or a technician that is asked for by name, and a technician who is rather wanted than another."""

    bay_id: UUID | None = None
    technician_id: UUID | None = None
    rather: UUID | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """What serves a visit together."""

    bay: Candidate
    technician: Candidate
    tools: tuple[Candidate, ...] = ()
    loaner: Candidate | None = None
    trips: tuple[tuple[Leg, Candidate], ...] = ()

    def periods(self, visit: Visit) -> Iterator[tuple[UUID, datetime, datetime]]:
        """Yield what is taken of which resource, from when to when, in id order; drivers have windows of their own."""
        layout = visit.layout
        parts: list[tuple[Candidate, Iterable[Minutes]]] = [
            (self.bay, [layout.bay]),
            (self.technician, layout.work),
            *((tool, spans) for tool, (_, spans) in zip(self.tools, layout.tools, strict=True)),
        ]
        if self.loaner is not None:
            parts.append((self.loaner, [(0, layout.minutes)]))
        for resource, spans in sorted(parts, key=lambda part: part[0].id):
            for start, end in spans:
                yield resource.id, _after(visit.start, start), _after(visit.start, end)


def allocate(
    plan: Plan,
    visit: Visit,
    wishes: Wishes = Wishes(),
    *,
    besides: UUID | None = None,
    customer: bool = False,
    legs: Sequence[Leg] = (),
) -> Allocation:
    """Lock every resource that fits, in id order, and return those that are free for the visit.

    A plan that looked is asked first: who is late is refused without waiting for a lock. `besides` is the appointment
    whose own bookings do not count; for a `customer` the day must have room; `legs` need a driver each. Raises Invalid
    when a named one does not fit, Conflict `no_technician_fits` and its like, `slot_taken` with the next free starts,
    and `no_driver_free` with the nearest windows.
    """
    pools = _pools(plan, visit, wishes)
    wheels = pools_of(plan, legs)
    if plan.looked and not all(_free_in(plan, visit, pool) for pool in pools):
        raise _slot_taken(plan, visit, pools, besides=besides, customer=customer)
    people = [pool.resources for pool in pools]
    everything = sorted(seats_in(plan, [*people, *wheels]))
    overdue, _, taken, pending = run(
        (OVERDUE, (plan.center.id, real_now())),
        (LOCKED, (everything,)),
        taken_in(plan.center.id, plan.begins, plan.ends, besides),
        pending_in(plan.center.id, plan.begins, plan.ends),
    )
    expire_overdue([id for (id,) in overdue.rows if id != besides])
    plan.note_taken(taken.rows)
    plan.pending = pending_from(pending.rows)
    chosen = [_pick(plan, visit, pool, wishes.rather) for pool in pools]
    full = customer and not has_room(plan, visit.wanted, visit.start, now())
    if full or any(resource is None for resource in chosen):
        raise _slot_taken(plan, visit, pools, besides=besides, customer=customer)
    bay, technician, *rest = [resource for resource in chosen if resource is not None]
    loaner = rest.pop() if visit.loaner else None
    drivers = choose(plan, legs, wheels)
    return Allocation(bay, technician, tuple(rest), loaner, tuple(zip(legs, drivers, strict=True)))


def assign(appointment: Appointment, allocation: Allocation) -> None:
    """Write bay, technician and loaner onto an appointment, with their cards."""
    person_id = allocation.technician.person_id
    (bay,), (profile,) = select_all(
        (Bay, "id = %s", (allocation.bay.bay_id,)), (StaffProfile, "user_id = %s", (person_id,))
    )
    appointment.bay, appointment.bay_card = bay, bay_card(bay)
    appointment.technician_id, appointment.technician_card = person_id, staff_card(profile)
    loaner = allocation.loaner
    appointment.loaner_card = None if loaner is None else {"id": str(loaner.id), "name": loaner.name}


def take(
    appointment: Appointment, visit: Visit, allocation: Allocation, writes: Writes | None = None
) -> None:
    """Book every resource for the visit, together with `writes`; the constraint has the last word."""
    writes = writes or Writes()
    for resource_id, start, end in allocation.periods(visit):
        period = TimestamptzRange(start, end, "[)")
        writes.insert(ResourceBooking(resource_id=resource_id, appointment=appointment, period=period))
    for leg, driver in allocation.trips:
        if leg.row._state.adding:
            leg.row.appointment = appointment
            writes.insert(leg.row)
        writes.insert(booking_of(appointment, leg, driver))
    try:
        writes.send()
    except IntegrityError as error:
        if NO_OVERLAP not in str(error):
            raise
        raise Conflict("slot_taken", "This time was just taken.", next="Choose another time.") from error


@dataclass(frozen=True, slots=True)
class _Pool:
    """Resources of which one is needed in these parts of a visit; named when the person asked for it."""

    resources: list[Candidate]
    segments: tuple[Minutes, ...]
    named: bool = False


def _pools(plan: Plan, visit: Visit, wishes: Wishes) -> list[_Pool]:
    """Return what is needed: bay, technician, each tool, loaner. Raises Conflict for what the centre does not have."""
    wanted = visit.wanted
    bays = _named(plan, fitting_bays(plan.candidates, wanted.services), "bay", wishes.bay_id)
    day = plan.hours.day(visit.start)
    certified = fitting_technicians(plan.candidates, wanted.services, day)
    if not certified and skilled_technicians(plan.candidates, wanted.services):
        raise Conflict(
            "no_technician_certified",
            "Nobody here holds a certificate in date for this work on that day.",
            next="Choose another day, or have an administrator renew the certificate.",
        )
    people = _named(plan, certified, "technician", wishes.technician_id)
    pools = [
        _Pool(bays, (visit.layout.bay,), wishes.bay_id is not None),
        _Pool(people, visit.layout.work, wishes.technician_id is not None),
    ]
    for type, segments in visit.layout.tools:
        tools = of_kind(plan.candidates, "tool", type)
        if not tools:
            raise lacking("tool", f"This centre has no “{type}”, which the work needs.")
        pools.append(_Pool(tools, segments))
    if visit.loaner:
        loaners = of_kind(plan.candidates, "loaner")
        if not loaners:
            raise lacking("loaner", "This centre has no loaner car.")
        pools.append(_Pool(loaners, ((0, visit.layout.minutes),)))
    return pools


def _free_in(plan: Plan, visit: Visit, pool: _Pool) -> list[Candidate]:
    return [row for row in pool.resources if is_free(plan, row, pool.segments, visit.start)]


def _pick(plan: Plan, visit: Visit, pool: _Pool, rather: UUID | None) -> Candidate | None:
    """Return a free one: who is rather wanted, else the one with the fewest bookings, so that the day stays even."""
    free = _free_in(plan, visit, pool)

    def order(row: Candidate) -> tuple[bool, int, UUID]:
        return rather is None or row.person_id != rather, len(plan.taken.get(row.id, ())), row.id

    return min(free, key=order, default=None)


def _named(plan: Plan, fitting: list[Candidate], kind: str, wanted: UUID | None) -> list[Candidate]:
    if wanted is None:
        if not fitting:
            raise lacking(kind, f"No {kind} of this centre can do all of these services.")
        return fitting
    named = [row for row in fitting if wanted in (row.bay_id, row.person_id)]
    if not named:
        asked = [row.name for row in of_kind(plan.candidates, kind) if wanted in (row.bay_id, row.person_id)]
        others = " or ".join(sorted(row.name for row in fitting)[:MOST_NAMED])
        raise Invalid(
            f"{kind}_does_not_fit",
            f"{asked[0] if asked else f'This {kind}'} cannot do all of these services.",
            next=f"Choose {others}, or leave it open." if others else f"No {kind} here can.",
            fields={f"{kind}_id": [f"Choose a {kind} that fits."]},
        )
    return named


def lacking(kind: str, detail: str) -> Conflict:
    """Return the refusal of what a centre has no bay, technician, tool or loaner for."""
    return Conflict(
        f"no_{kind}_fits",
        detail,
        next=f"Choose fewer services, or have an administrator add a {kind} for them.",
    )


def _slot_taken(
    plan: Plan, visit: Visit, pools: Sequence[_Pool], *, besides: UUID | None, customer: bool
) -> Conflict:
    """Return the refusal of a slot that is gone: why, where somebody was named, and the next three that are free."""
    reasons = [
        {"id": str(row.bay_id or row.person_id), "name": row.name, "code": code, "text": text}
        for pool in pools
        if pool.named
        for row in pool.resources
        for code, text in [why_not(plan, row, pool.segments, visit.start)]
        if code
    ]
    free = next_free(
        visit.center,
        visit.wanted,
        visit.start,
        customer=customer,
        named={row.id for pool in pools if pool.named for row in pool.resources},
        besides=besides,
        near=plan if plan.bound else None,
    )
    return Conflict(
        "slot_taken",
        " ".join(reason["text"] for reason in reasons) or "This time was just taken.",
        next="Choose one of the next free times." if free else "Choose another day.",
        next_free=free,
        reasons=reasons,
    )


def _after(start: datetime, minutes: int) -> datetime:
    return start + timedelta(minutes=minutes)
