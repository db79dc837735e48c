"""Holding a slot for five minutes while somebody types, with every resource that the visit needs."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from workshop.centers.cards import technician_preferred_by
from workshop.centers.models import ServiceCenter
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now, real_now
from workshop.kernel.errors import Conflict, Invalid

from ..events import AppointmentHeld
from ..models import Appointment
from ..selectors import holds_of
from .allocate import Wishes, allocate, assign
from .draft import drafted, terms
from .order import Agreed, Line, services_asked
from .release import release_hold
from .settle import settle
from .visit import Visit, in_time, offered_to_customers, plan_for, visit_at

HELD_FOR = timedelta(minutes=5)
MOST_OF_ADDRESS = 12
"""Of a whole network behind one address, as telephones share it; who walks away keeps a hold for its five minutes."""
MOST_WISHES = 3


@command
def hold(
    *,
    actor: Actor,
    center_id: UUID,
    lines: Sequence[Line],
    start: datetime,
    visitor: str = "",
    vehicle_kind: str | None = None,
    technician_id: UUID | None = None,
    wants_loaner: bool = False,
) -> Appointment:
    """Hold a start for five minutes of real time; what the same person or browser held before is let go.

    `visitor` names the browser of who has not signed in. Raises what `book` raises, and Conflict `too_many_holds` when
    `MOST_OF_ADDRESS` are held from one address already.
    """
    center, services, opening = services_asked(center_id, lines, vehicle_kind=vehicle_kind)
    visit = visit_at(center, services, start, loaner=wants_loaner)
    _one_at_a_time(actor, visitor)
    plan = plan_for(visit, opening, taken=True)
    at = now()
    in_time(plan, visit, not_before=at)
    offered_to_customers(plan, visit, at=at)
    appointment, booked = drafted(visit, status="held")
    _held_by(appointment, actor, visitor)
    terms(appointment, plan.rules)
    rather = None if technician_id else technician_preferred_by(appointment.customer_id, center_id)
    wishes = Wishes(technician_id=technician_id, rather=rather)
    allocation = allocate(plan, visit, wishes, customer=True)
    assign(appointment, allocation)
    return settle(appointment, booked, visit, allocation, actor, AppointmentHeld)


@command
def hold_request(
    *,
    actor: Actor,
    center_id: UUID,
    lines: Sequence[Line],
    wished_times: Sequence[datetime],
    visitor: str = "",
    vehicle_kind: str | None = None,
) -> Appointment:
    """Begin a request for one to three times that one would like; it takes no resource.

    Raises what `hold` raises; each wished time must lie within opening hours.
    """
    center, services, opening = services_asked(center_id, lines, vehicle_kind=vehicle_kind)
    visits = wished(center, services, wished_times)
    plan = plan_for(visits[0], opening)
    for visit in visits:
        in_time(plan_for(visit, opening), visit, not_before=now() + timedelta(minutes=plan.rules.lead_time))
    _one_at_a_time(actor, visitor)
    appointment, booked = drafted(visits[0], status="held", lane=Appointment.Lane.REQUEST)
    appointment.wished_times = [visit.start.isoformat() for visit in visits]
    _held_by(appointment, actor, visitor)
    terms(appointment, plan.rules)
    return settle(appointment, booked, visits[0], None, actor, AppointmentHeld)


def wished(center: ServiceCenter, services: list[Agreed], times: Sequence[datetime]) -> list[Visit]:
    """Return the visit at each wished time; raise Invalid unless there are one to three."""
    if not 1 <= len(set(times)) <= MOST_WISHES:
        raise Invalid(
            "wished_times_count",
            f"Name 1 to {MOST_WISHES} times that would suit you.",
            fields={"wished_times": [f"Choose 1 to {MOST_WISHES} times."]},
        )
    return [visit_at(center, services, start) for start in dict.fromkeys(times)]


def _held_by(appointment: Appointment, actor: Actor, visitor: str) -> None:
    appointment.held_until = real_now() + HELD_FOR
    appointment.visitor_address = actor.origin.ip_address or None
    if actor.kind == "person":
        appointment.customer_id = actor.id
    else:
        appointment.visitor = visitor


def _one_at_a_time(actor: Actor, visitor: str) -> None:
    """Let go what the same person or browser held; raise Conflict when an address holds too much."""
    mine = holds_of(actor, visitor).select_related("center")
    for appointment in mine.select_for_update(no_key=True, of=("self",)):
        release_hold(appointment, actor)
    address = actor.origin.ip_address
    held = Appointment.objects.filter(status="held", held_until__gt=real_now(), visitor_address=address)
    if address and held.count() >= MOST_OF_ADDRESS:
        raise Conflict(
            "too_many_holds",
            "Too many times are being held from your connection.",
            next="Finish a booking, or wait five minutes.",
        )
