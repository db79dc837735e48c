"""The moves of an appointment after it was booked."""

from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, NotFound, Stale
from workshop.kernel.money import Money
from workshop.vehicles.services import note_at_center

from ..changes import note_change
from ..due import missed_from
from ..events import (
    AppointmentCancelled,
    AppointmentChanged,
    AppointmentCheckedIn,
    AppointmentEvent,
    AppointmentFulfilled,
    AppointmentMissed,
    about,
)
from ..facts import facts_of
from ..models import Appointment
from ..policies import can_change, can_run_desk
from ..selectors import visible_to
from ..shapes import is_collected, is_driven
from ..workflow import APPOINTMENT
from .allocate import Wishes, allocate, assign, take
from .entry import passed
from .release import call_off, free
from .trips import COLLECT, RETURN
from .visit import in_time, plan_for, services_agreed, visit_at


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
    *,
    actor: Actor,
    appointment_id: UUID,
    reason: str = "",
    accept_fee: bool = False,
    version: int | None = None,
) -> Appointment:
    """Cancel an appointment and free its resources; by its customer before it starts, or by the desk.

    After the moment until which it costs nothing the customer owes the fee that was said at booking, and says that
    they know (`accept_fee`); raises Conflict `fee_applies` until then.
    """
    appointment = find(actor, appointment_id, version=version)
    can_change(actor, appointment)
    APPOINTMENT.find("cancel", appointment.status)
    if not actor.at_desk(appointment.center_id):
        _owes_for_cancelling(appointment, accept_fee)
    _nobody_drives(appointment, desk=actor.at_desk(appointment.center_id))
    free(appointment)
    _call_off_both(appointment)
    appointment.ended_reason = reason.strip()
    appointment.answer_by = None
    cancelled = _to(appointment, "cancel", AppointmentCancelled, actor, frees=True)
    passed(cancelled, actor)
    return cancelled


@command
def mark_no_show(*, actor: Actor, appointment_id: UUID, version: int | None = None) -> Appointment:
    """Note that the customer did not come; the resources are freed."""
    appointment = find(actor, appointment_id, version=version)
    can_run_desk(actor, appointment)
    APPOINTMENT.find("mark_no_show", appointment.status)
    if missed_from(appointment.scheduled_start) > now():
        raise Conflict("too_early", "The visit has not started yet.", next="Wait until its time has come.")
    _nobody_drives(appointment, desk=True)
    free(appointment)
    _call_off_both(appointment)
    return _to(appointment, "mark_no_show", AppointmentMissed, actor, frees=True)


@command
def mark_checked_in(
    *, actor: Actor, appointment_id: UUID, job_id: UUID, version: int | None = None
) -> Appointment:
    """Note that the vehicle arrived; the job card that is being opened takes over.

    A collection that is still planned is not needed any more. Who was given up as not coming gets what is free now, or
    Conflict `slot_taken` with the next free starts.
    """
    appointment = find(actor, appointment_id, version=version)
    can_run_desk(actor, appointment)
    APPOINTMENT.find("check_in", appointment.status)
    if appointment.status == "no_show":
        _take_again(appointment)
    if appointment.vehicle_unverified and appointment.vehicle_id is not None:
        note_at_center(vehicle_id=appointment.vehicle_id, center_id=appointment.center_id)
    call_off(appointment, COLLECT)
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
    if not _is_fetched(appointment):
        call_off(appointment, RETURN)
    appointment.ended_reason = reason
    return _to(appointment, "cancel_with_card", AppointmentCancelled, actor, frees=True)


@command
def change_notes(
    *, actor: Actor, appointment_id: UUID, notes: str, version: int | None = None
) -> Appointment:
    """Change the words on an appointment that has not begun."""
    appointment = find(actor, appointment_id, version=version)
    can_change(actor, appointment)
    if appointment.status not in ("held", "requested", "proposed", "confirmed"):
        raise Conflict(
            "appointment_begun", "This visit has begun or ended.", next="Tell the workshop directly."
        )
    appointment.notes = notes.strip()
    return changed(appointment, AppointmentChanged, actor)


def _take_again(appointment: Appointment) -> None:
    """Take resources from now on for a visit whose own were freed."""
    visit = visit_at(
        appointment.center,
        services_agreed(appointment),
        now(),
        duration=appointment.duration,
        loaner=appointment.wants_loaner,
    )
    plan = plan_for(visit)
    in_time(plan, visit, not_before=visit.start)
    allocation = allocate(plan, visit, Wishes(rather=appointment.technician_id), besides=appointment.id)
    appointment.scheduled_start, appointment.scheduled_end = visit.start, visit.end
    appointment.estimated_completion = visit.end
    assign(appointment, allocation)
    take(appointment, visit, allocation)


def changed(
    appointment: Appointment,
    event: type[AppointmentEvent],
    actor: Actor,
    *,
    freed: datetime | None = None,
    undoable: bool = False,
    deed: str | None = None,
) -> Appointment:
    """Save a changed appointment under a new version and record its event; `freed` is the start it gave up.

    With `undoable` the event keeps what the command remembered; `deed` says more closely than the event what was done.
    """
    appointment.version += 1
    note_change(appointment, event, actor, deed, freed)
    appointment.save()
    appointment.told = facts_of(appointment)
    record(about(event, appointment.told, freed), actor=actor, undoable=undoable)
    return appointment


def _to(
    appointment: Appointment, verb: str, event: type[AppointmentEvent], actor: Actor, *, frees: bool = False
) -> Appointment:
    appointment.status = APPOINTMENT.find(verb, appointment.status).target
    freed = appointment.scheduled_start if frees else None
    return changed(appointment, event, actor, freed=freed)


def _nobody_drives(appointment: Appointment, *, desk: bool) -> None:
    """Raise Conflict while a driver is on the way, and for a customer whose vehicle was collected."""
    facts = facts_of(appointment)
    if is_driven(facts):
        raise Conflict(
            "transport_under_way",
            "A driver is on the way.",
            next="Note first how the drive ended." if desk else "Call the workshop.",
        )
    if not desk and is_collected(facts):
        raise Conflict(
            "vehicle_collected", "The workshop has your vehicle already.", next="Call the workshop."
        )


def _is_fetched(appointment: Appointment) -> bool:
    return appointment.transports.filter(direction=COLLECT, status="done").exists()


def _call_off_both(appointment: Appointment) -> None:
    """Cancel what is planned to drive; a vehicle that was collected is returned all the same."""
    call_off(appointment, COLLECT, *(() if _is_fetched(appointment) else (RETURN,)))


def _owes_for_cancelling(appointment: Appointment, accept_fee: bool) -> None:
    """Write the fee that a customer owes for cancelling now, if any."""
    if appointment.status != "confirmed":
        return
    if appointment.scheduled_start <= now():
        raise Conflict("already_started", "This visit has already started.", next="Call the workshop.")
    late = appointment.change_until is not None and now() > appointment.change_until
    if not late or not appointment.late_cancel_fee:
        return
    fee = Money(appointment.late_cancel_fee, appointment.currency).as_json()
    if not accept_fee:
        raise Conflict(
            "fee_applies",
            "Cancelling this late costs the fee that was said when it was booked.",
            next="Cancel with the fee, or keep the visit.",
            fee=fee,
        )
    appointment.cancel_fee = appointment.late_cancel_fee
