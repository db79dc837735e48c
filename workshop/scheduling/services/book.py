"""Booking a given start: every resource that the visit needs or nothing, and never twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Forbidden

from ..models import Appointment
from .allocate import Wishes, allocate, assign
from .draft import drafted, terms, vehicle_is_free, whose
from .order import Line, order
from .settle import settle
from .trips import Trip, checked_legs
from .visit import (
    WALK_IN_GRACE,
    checked_duration,
    in_time,
    offered_to_customers,
    plan_for,
    rules_from,
    visit_at,
)


@command
def book(
    *,
    actor: Actor,
    center_id: UUID,
    customer_id: UUID,
    vehicle_id: UUID,
    lines: Sequence[Line],
    start: datetime,
    notes: str = "",
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    duration: int | None = None,
    wants_loaner: bool = False,
    transports: Sequence[Trip] = (),
) -> Appointment:
    """Confirm an appointment at a start, with any free bay and technician that fit, or the ones named.

    Of several free technicians the one whom the customer asks for is taken.

    Customers book for themselves by the centre's rules, the desk for anybody, also for `duration` minutes instead of
    what the services take; each of `transports` gets a driver, or nothing is booked. Raises NotFound, Forbidden,
    Invalid (`start_in_past`, `outside_opening_hours`, `unknown_service`, `too_soon`, ...) and Conflict `slot_taken`
    with the next free starts, `vehicle_busy`, or what `checked_legs` raises.
    """
    desk = actor.at_desk(center_id)
    if not desk and (actor.id != customer_id or duration is not None):
        raise Forbidden()
    wanted = order(center_id=center_id, customer_id=customer_id, vehicle_id=vehicle_id, lines=lines)
    center, opening = wanted.center, wanted.opening
    visit = visit_at(center, wanted.services, start, duration=checked_duration(duration), loaner=wants_loaner)
    at = now()
    rules = rules_from(center, opening)
    earliest = at if desk else at + timedelta(minutes=rules.lead_time)
    legs = checked_legs(center, rules, transports, visit.stay, not_before=earliest, desk=desk)
    plan = plan_for(visit, opening, legs, taken=True)
    in_time(plan, visit, not_before=at - WALK_IN_GRACE if desk else at)
    if not desk:
        offered_to_customers(plan, visit, at=at)
    wishes = Wishes(bay_id, technician_id, None if technician_id else wanted.prefers)
    allocation = allocate(plan, visit, wishes, customer=not desk, legs=legs)
    appointment, booked = drafted(visit, status="confirmed", duration=duration, notes=notes)
    whose(appointment, customer_id, wanted.vehicle, wanted.customer_card)
    terms(appointment, plan.rules)
    vehicle_is_free(appointment)
    assign(appointment, allocation)
    return settle(appointment, booked, visit, allocation, actor)
