"""Another time, length, bay or technician for a confirmed appointment: the new is taken before the old is lost."""

from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, within

from ..changes import MOVED, REASSIGNED, RESIZED
from ..events import AppointmentRescheduled
from ..models import Appointment
from ..policies import can_change
from ..workflow import APPOINTMENT
from .allocate import Wishes, allocate, assign, take
from .along import moves_along
from .draft import terms, vehicle_is_free
from .release import free, free_driver
from .states import changed, find
from .trips import Leg, checked_window, rows_by_way
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
    moment they were told, to a time that is offered. What is planned to collect and return the vehicle moves along, as
    long before the start and after the end as it was, or nothing moves. Raises what `book` raises, IllegalTransition,
    Stale, and Conflict `too_late_to_change` or `transport_under_way`.
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
    at = now()
    legs = _moved_along(appointment, visit, at, desk=desk)
    plan = plan_for(visit, legs=legs, taken=True, besides=appointment.id)
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
    allocation = allocate(plan, visit, wishes, besides=appointment.id, customer=moved and not desk, legs=legs)
    freed = appointment.scheduled_start
    free(appointment)
    for leg in legs:
        free_driver(leg.row)
        leg.row.version += 1
        leg.row.save()
    appointment.scheduled_start, appointment.scheduled_end = visit.start, visit.end
    appointment.estimated_completion = visit.end
    appointment.duration = duration if duration and desk else appointment.duration
    appointment.conflict_since = appointment.conflict_with = None
    vehicle_is_free(appointment)
    if moved:
        terms(appointment, plan.rules)
    assign(appointment, allocation)
    take(appointment, visit, allocation)
    deed = MOVED if moved else RESIZED if resized else REASSIGNED
    return changed(appointment, AppointmentRescheduled, actor, freed=freed, deed=deed)


def give_up(appointment: Appointment, start: datetime) -> None:
    """Release what an appointment will take anew when it moves to a start: its resources, and who drives elsewhen."""
    visit = _visit(appointment, start, None)
    free(appointment)
    for row in rows_by_way(appointment, "planned").values():
        if moves_along(appointment, row, visit):
            free_driver(row)


def _visit(appointment: Appointment, start: datetime | None, duration: int | None) -> Visit:
    return visit_at(
        appointment.center,
        services_agreed(appointment),
        start or appointment.scheduled_start,
        duration=checked_duration(duration) or appointment.duration,
        loaner=appointment.wants_loaner,
    )


def _moved_along(appointment: Appointment, visit: Visit, at: datetime, *, desk: bool) -> list[Leg]:
    """Return the transports that are planned, in the windows that they get when the visit moves."""
    on_the_way = rows_by_way(appointment, "planned", "under_way")
    if not desk and any(row.status == "under_way" for row in on_the_way.values()):
        raise Conflict(
            "transport_under_way", "A driver is on the way with your vehicle.", next="Call the workshop."
        )
    legs = []
    for way, row in on_the_way.items():
        shift = moves_along(appointment, row, visit)
        if row.status != "planned" or not shift:
            continue
        row.window_start, row.window_end = row.window_start + shift, row.window_end + shift
        with within(f"transports.{way}"):
            checked_window(appointment.center, row, visit.stay, not_before=at)
        legs.append(Leg(row, rather=row.driver_id))
    return legs


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
