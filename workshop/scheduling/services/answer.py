"""The desk's answers to a request, and the customer's to what was proposed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pgtrigger

from workshop.centers.cards import technician_preferred_by
from workshop.events import undo
from workshop.events.command import command
from workshop.events.undo import remember
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid

from ..answering import answered_by
from ..events import (
    AppointmentAnswerUndone,
    AppointmentBooked,
    AppointmentProposed,
    AppointmentRejected,
    AppointmentRequested,
)
from ..models import Appointment
from ..policies import can_decide_as_customer, can_run_desk
from ..rules import rules_of
from ..workflow import APPOINTMENT
from .allocate import Wishes, allocate, assign, take
from .draft import terms, vehicle_is_free
from .hold import wished
from .release import free
from .states import changed, find
from .visit import WALK_IN_GRACE, checked_duration, in_time, plan_for, services_agreed, visit_at

FSM = "scheduling.Appointment:appointment_status_fsm"


@command
def accept(
    *,
    actor: Actor,
    appointment_id: UUID,
    start: datetime | None = None,
    duration: int | None = None,
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    version: int | None = None,
) -> Appointment:
    """Confirm a request at one of its times, the first unless `start` says otherwise, for `duration` minutes.

    Raises Conflict `slot_taken` when it is not free any more, and Invalid for a time that was not wished for: that
    is proposed instead.
    """
    appointment = find(actor, appointment_id, version=version)
    can_run_desk(actor, appointment)
    move = APPOINTMENT.find("accept", appointment.status)
    remember(appointment)
    start = start or appointment.scheduled_start
    if start not in [datetime.fromisoformat(text) for text in appointment.wished_times]:
        raise Invalid(
            "not_wished_for",
            "The customer did not ask for this time.",
            next="Accept one of the times asked for, or propose this one.",
            fields={"scheduled_start": ["Choose one of the times asked for."]},
        )
    _take_time(actor, appointment, start, duration, Wishes(bay_id, technician_id))
    appointment.status, appointment.answer_by = move.target, None
    return changed(appointment, AppointmentBooked, actor, undoable=True)


@command
def propose(
    *,
    actor: Actor,
    appointment_id: UUID,
    start: datetime,
    duration: int | None = None,
    message: str = "",
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    version: int | None = None,
) -> Appointment:
    """Propose another time for a request; it is held until the customer answers or the centre's time is over."""
    appointment = find(actor, appointment_id, version=version)
    can_run_desk(actor, appointment)
    move = APPOINTMENT.find("propose", appointment.status)
    remember(appointment)
    _take_time(actor, appointment, start, duration, Wishes(bay_id, technician_id))
    appointment.status, appointment.desk_message = move.target, message.strip()
    rules = rules_of(appointment.center_id)
    answer_by = now() + timedelta(minutes=rules.proposal_expires_after)
    appointment.answer_by = min(answer_by, appointment.scheduled_start)
    return changed(appointment, AppointmentProposed, actor, undoable=True)


@command
def reject(*, actor: Actor, appointment_id: UUID, reason: str, version: int | None = None) -> Appointment:
    """Reject a request, saying why."""
    appointment = find(actor, appointment_id, version=version)
    can_run_desk(actor, appointment)
    move = APPOINTMENT.find("reject", appointment.status)
    remember(appointment)
    if not reason.strip():
        raise Invalid("reason_missing", fields={"reason": ["Tell the customer why."]})
    appointment.status, appointment.ended_reason = move.target, reason.strip()
    appointment.answer_by = None
    return changed(appointment, AppointmentRejected, actor, undoable=True)


@command
def undo_answer(*, actor: Actor, appointment_id: UUID, version: int | None = None) -> Appointment:
    """Take back one's own answer to a request within ten seconds, while nothing else happened to it.

    The request waits again as it did, and what was taken for it is free. Raises Stale, Conflict `nothing_to_undo`,
    `not_yours_to_undo` or `undo_too_late`, and `vehicle_busy` when the vehicle has another visit then by now.
    """
    appointment = find(actor, appointment_id, version=version)
    can_run_desk(actor, appointment)
    freed = None if appointment.status == "rejected" else appointment.scheduled_start
    with pgtrigger.ignore(FSM):
        undo.revert(
            actor=actor, stream=f"center:{appointment.center_id}", subject=f"appointment:{appointment.id}"
        )
    free(appointment)
    waiting = Appointment.objects.select_related("center").get(pk=appointment.id)
    vehicle_is_free(waiting)
    return changed(waiting, AppointmentAnswerUndone, actor, freed=freed)


@command
def accept_proposal(*, actor: Actor, appointment_id: UUID, version: int | None = None) -> Appointment:
    """Confirm the time that the desk proposed, as the customer; it was held for them."""
    appointment = find(actor, appointment_id, version=version)
    can_decide_as_customer(actor, appointment)
    appointment.status = APPOINTMENT.find("accept_proposal", appointment.status).target
    appointment.answer_by = None
    return changed(appointment, AppointmentBooked, actor)


@command
def ask_again(
    *, actor: Actor, appointment_id: UUID, wished_times: Sequence[datetime], version: int | None = None
) -> Appointment:
    """Ask for other times instead of the proposed one, which is freed."""
    appointment = find(actor, appointment_id, version=version)
    can_decide_as_customer(actor, appointment)
    move = APPOINTMENT.find("ask_again", appointment.status)
    visits = wished(appointment.center, services_agreed(appointment), wished_times)
    plan = plan_for(visits[0])
    for visit in visits:
        in_time(plan_for(visit), visit, not_before=now() + timedelta(minutes=plan.rules.lead_time))
    freed = appointment.scheduled_start
    free(appointment)
    appointment.status = move.target
    appointment.wished_times = [visit.start.isoformat() for visit in visits]
    appointment.scheduled_start, appointment.scheduled_end = visits[0].start, visits[0].end
    appointment.duration = None
    appointment.bay = appointment.bay_card = appointment.technician = appointment.technician_card = None
    appointment.answer_by = answered_by(appointment.center, appointment.wished_times)
    return changed(appointment, AppointmentRequested, actor, freed=freed)


def _take_time(
    actor: Actor, appointment: Appointment, start: datetime, duration: int | None, wishes: Wishes
) -> None:
    """Take a time and its resources for a request, and write them onto it."""
    duration = checked_duration(duration) or appointment.duration
    visit = visit_at(
        appointment.center,
        services_agreed(appointment),
        start,
        duration=duration,
        loaner=appointment.wants_loaner,
    )
    plan = plan_for(visit)
    in_time(plan, visit, not_before=now() - WALK_IN_GRACE)
    appointment.duration = duration
    appointment.scheduled_start, appointment.scheduled_end = visit.start, visit.end
    appointment.estimated_completion = visit.end
    terms(appointment, plan.rules)
    if wishes.technician_id is None:
        preferred = technician_preferred_by(appointment.customer_id, appointment.center_id)
        wishes = replace(wishes, rather=preferred)
    allocation = allocate(plan, visit, wishes)
    vehicle_is_free(appointment)
    assign(appointment, allocation)
    take(appointment, visit, allocation)
