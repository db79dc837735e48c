"""Another time, length, bay or technician for a confirmed appointment: the new is taken before the old is lost."""

from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict

from ..events import AppointmentRescheduled
from ..models import Appointment
from ..policies import can_change
from ..workflow import APPOINTMENT
from .allocate import Wishes, allocate, assign, take
from .draft import terms, vehicle_is_free
from .release import free
from .states import changed, find
from .visit import (
    WALK_IN_GRACE,
    Visit,
    checked_duration,
    in_time,
    offered_to_customers,
    plan_for,
    services_agreed,
    visit_at,
)


@command
def reschedule(
    *,
    actor: Actor,
    appointment_id: UUID,
    start: datetime | None = None,
    duration: int | None = None,
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    version: int | None = None,
) -> Appointment:
    """Move a confirmed appointment, with the durations that were agreed for it; the desk may set its `duration`.

    What is not named stays when only resources change, and is chosen anew otherwise. Customers move it until the
    moment they were told, to a time that is offered. Raises what `book` raises, IllegalTransition, Stale, and Conflict
    `too_late_to_change`.
    """
    appointment = find(actor, appointment_id, version=version)
    APPOINTMENT.find("reschedule", appointment.status)
    can_change(actor, appointment)
    desk = actor.at_desk(appointment.center_id)
    if not desk:
        _customer_may_move(appointment)
    moved = start is not None and start != appointment.scheduled_start
    visit = _visit(appointment, start, duration if desk else None)
    resized = visit.end - visit.start != appointment.scheduled_end - appointment.scheduled_start
    plan = plan_for(visit)
    at = now()
    if moved:
        in_time(plan, visit, not_before=at - WALK_IN_GRACE if desk else at)
    elif resized:
        in_time(plan, visit, not_before=visit.start)
    plan.bound = moved or resized
    if moved and not desk:
        offered_to_customers(plan, visit, at=at)
    wishes = Wishes(
        bay_id or (None if moved else appointment.bay_id),
        technician_id or (None if moved else appointment.technician_id),
        rather=appointment.technician_id,
    )
    allocation = allocate(plan, visit, wishes, besides=appointment.id, customer=moved and not desk)
    freed = appointment.scheduled_start
    free(appointment)
    appointment.scheduled_start, appointment.scheduled_end = visit.start, visit.end
    appointment.estimated_completion = visit.end
    appointment.duration = duration if duration and desk else appointment.duration
    appointment.conflict_since = appointment.conflict_with = None
    vehicle_is_free(appointment)
    if moved:
        terms(appointment, plan.rules)
    assign(appointment, allocation)
    take(appointment, visit, allocation)
    return changed(appointment, AppointmentRescheduled, actor, freed=freed)


def _visit(appointment: Appointment, start: datetime | None, duration: int | None) -> Visit:
    return visit_at(
        appointment.center,
        services_agreed(appointment),
        start or appointment.scheduled_start,
        duration=checked_duration(duration) or appointment.duration,
        loaner=appointment.wants_loaner,
    )


def _customer_may_move(appointment: Appointment) -> None:
    at = now()
    if appointment.scheduled_start <= at:
        raise Conflict("already_started", "This visit has already started.", next="Call the workshop.")
    if appointment.change_until is not None and at > appointment.change_until:
        raise Conflict(
            "too_late_to_change",
            "It is too late to move this visit yourself.",
            next="Call the workshop, or cancel the visit.",
        )
