"""The moves of an appointment after it was booked."""

from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, NotFound, Stale

from ..events import (
    AppointmentCancelled,
    AppointmentChanged,
    AppointmentCheckedIn,
    AppointmentEvent,
    AppointmentFulfilled,
    AppointmentMissed,
)
from ..facts import facts_of
from ..models import Appointment, ResourceBooking
from ..selectors import visible_to
from ..workflow import APPOINTMENT


def find(actor: Actor, appointment_id: UUID, *, version: int | None = None) -> Appointment:
    """Lock an appointment that the actor may see; raise NotFound, or Stale when it is not at the version seen."""
    if not visible_to(actor).filter(pk=appointment_id).exists():
        raise NotFound()
    appointment = (
        Appointment.objects.select_for_update(no_key=True, of=("self",))
        .select_related("center")
        .get(pk=appointment_id)
    )
    if version is not None and appointment.version != version:
        raise Stale(
            detail=f"Visit {appointment.number} changed since you saw it.", version_now=appointment.version
        )
    return appointment


@command
def cancel(
    *, actor: Actor, appointment_id: UUID, reason: str = "", version: int | None = None
) -> Appointment:
    """Cancel an appointment and free its resources; by its customer before it starts, or by the desk."""
    appointment = find(actor, appointment_id, version=version)
    _of_customer_or_desk(actor, appointment)
    APPOINTMENT.find("cancel", appointment.status)
    if not actor.at_desk(appointment.center_id) and appointment.scheduled_start <= now():
        raise Conflict("already_started", "This visit has already started.", next="Call the workshop.")
    free(appointment)
    appointment.ended_reason = reason.strip()
    return _to(appointment, "cancel", AppointmentCancelled, actor)


@command
def mark_no_show(*, actor: Actor, appointment_id: UUID, version: int | None = None) -> Appointment:
    """Note that the customer did not come; the resources are freed."""
    appointment = find(actor, appointment_id, version=version)
    _at_desk(actor, appointment)
    APPOINTMENT.find("mark_no_show", appointment.status)
    if appointment.scheduled_start > now():
        raise Conflict("too_early", "The visit has not started yet.", next="Wait until its time has come.")
    free(appointment)
    return _to(appointment, "mark_no_show", AppointmentMissed, actor)


@command
def mark_checked_in(
    *, actor: Actor, appointment_id: UUID, job_id: UUID, version: int | None = None
) -> Appointment:
    """Note that the vehicle arrived; the job card that is being opened takes over."""
    appointment = find(actor, appointment_id, version=version)
    _at_desk(actor, appointment)
    APPOINTMENT.find("check_in", appointment.status)
    if appointment.status == "no_show":
        raise Conflict(
            "resources_were_freed",
            "The bay and the technician of this visit were given away.",
            next="Book a new visit for now, then check it in.",
        )
    appointment.job_id = job_id
    return _to(appointment, "check_in", AppointmentCheckedIn, actor)


@command
def fulfil(*, actor: Actor, appointment_id: UUID, at: datetime) -> Appointment:
    """Note that the vehicle was handed over; what is left of its bookings is freed."""
    appointment = find(actor, appointment_id)
    APPOINTMENT.find("fulfil", appointment.status)
    free(appointment)
    appointment.actual_completion = at
    return _to(appointment, "fulfil", AppointmentFulfilled, actor)


@command
def cancel_with_card(*, actor: Actor, appointment_id: UUID, reason: str) -> Appointment:
    """Cancel an appointment whose job card is cancelled."""
    appointment = find(actor, appointment_id)
    free(appointment)
    appointment.ended_reason = reason
    return _to(appointment, "cancel_with_card", AppointmentCancelled, actor)


@command
def change_notes(
    *, actor: Actor, appointment_id: UUID, notes: str, version: int | None = None
) -> Appointment:
    """Change the words on an appointment that has not begun."""
    appointment = find(actor, appointment_id, version=version)
    _of_customer_or_desk(actor, appointment)
    if appointment.status not in ("held", "requested", "proposed", "confirmed"):
        raise Conflict(
            "appointment_begun", "This visit has begun or ended.", next="Tell the workshop directly."
        )
    appointment.notes = notes.strip()
    return changed(appointment, AppointmentChanged, actor)


def free(appointment: Appointment) -> None:
    """Release the bookings of an appointment."""
    ResourceBooking.objects.filter(appointment=appointment, state=ResourceBooking.State.ACTIVE).update(
        state=ResourceBooking.State.RELEASED
    )


def changed(appointment: Appointment, event: type[AppointmentEvent], actor: Actor) -> Appointment:
    """Save a changed appointment under a new version and record its event."""
    appointment.version += 1
    appointment.save()
    record(
        event(
            stream=f"center:{appointment.center_id}",
            subject=f"appointment:{appointment.id}",
            data={"appointment": facts_of(appointment)},
        ),
        actor=actor,
    )
    return appointment


def _to(appointment: Appointment, verb: str, event: type[AppointmentEvent], actor: Actor) -> Appointment:
    appointment.status = APPOINTMENT.find(verb, appointment.status).target
    return changed(appointment, event, actor)


def _at_desk(actor: Actor, appointment: Appointment) -> None:
    if not actor.at_desk(appointment.center_id):
        raise Forbidden()


def _of_customer_or_desk(actor: Actor, appointment: Appointment) -> None:
    if not actor.at_desk(appointment.center_id) and actor.id != appointment.customer_id:
        raise Forbidden()
