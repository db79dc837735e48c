"""Another time, bay or technician for a confirmed appointment, in one transaction: taken before the old one is lost."""

from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden

from ..events import AppointmentRescheduled
from ..models import Appointment
from ..workflow import APPOINTMENT
from .pair import assign, lock_pair, take
from .states import changed, find, free
from .visit import WALK_IN_GRACE, Line, checked_visit


@command
def reschedule(
    *,
    actor: Actor,
    appointment_id: UUID,
    start: datetime | None = None,
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    version: int | None = None,
) -> Appointment:
    """Move a confirmed appointment; what is not named stays when only resources change, and is chosen anew otherwise.

    Raises what `book` raises, IllegalTransition and Stale.
    """
    appointment = find(actor, appointment_id, version=version)
    APPOINTMENT.find("reschedule", appointment.status)
    desk = actor.at_desk(appointment.center_id)
    if not desk and actor.id != appointment.customer_id:
        raise Forbidden()
    if not desk and appointment.scheduled_start <= now():
        raise Conflict("already_started", "This visit has already started.", next="Call the workshop.")
    lines = [Line(line.service_id, line.quantity) for line in appointment.services.order_by("position")]
    moved = start is not None and start != appointment.scheduled_start
    visit = checked_visit(
        appointment.center,
        lines,
        start or appointment.scheduled_start,
        vehicle_kind=appointment.vehicle.kind,
        not_before=(now() - WALK_IN_GRACE if desk else now()) if moved else None,
    )
    pair = lock_pair(
        visit,
        bay_id or (None if moved else appointment.bay_id),
        technician_id or (None if moved else appointment.technician_id),
        besides=appointment.id,
    )
    free(appointment)
    appointment.scheduled_start, appointment.scheduled_end = visit.start, visit.end
    appointment.estimated_completion = visit.end
    assign(appointment, pair)
    take(appointment, pair)
    return changed(appointment, AppointmentRescheduled, actor)
