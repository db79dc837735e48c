"""What the front desk does to a card: the moves of its stage."""

from collections.abc import Sequence
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid
from workshop.scheduling import services as scheduling
from workshop.scheduling.facts import facts_of
from workshop.vehicles import services as vehicles

from .. import policies
from ..events import (
    AllDeclined,
    DiagnosisStarted,
    EstimateSent,
    JobCancelled,
    JobClosed,
    JobEvent,
    JobHandedOver,
    JobQueued,
    JobReopened,
)
from ..models import Promise
from ..sheet import Sheet
from ..workflow import JOB
from .change import Change, changing
from .checks import needs_reason, send_back, to_do_again
from .find import sheet_of_job


@command
def queue_job(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Queue the booked work of a received vehicle."""
    return _move(actor, job_id, version, "queue", JobQueued)


@command
def diagnose_job(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Send a received vehicle to diagnosis; technicians may do this too."""
    sheet = sheet_of_job(actor, job_id, version=version)
    JOB.find("diagnose", sheet.job.stage)
    if not actor.at_desk(sheet.job.center_id) and not actor.holds(sheet.job.center_id, "technician"):
        raise Forbidden()
    with changing(sheet, DiagnosisStarted, actor=actor, at=now(), undo=sheet.job) as change:
        _to(change, "diagnose")
    return sheet


@command
def send_estimate(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Note that the customer was asked to decide."""
    return _move(actor, job_id, version, "send_estimate", EstimateSent)


@command
def diagnose_again(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Take a card back to diagnosis before the customer has decided."""
    return _move(actor, job_id, version, "diagnose_again", DiagnosisStarted)


@command
def decline_all(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Note that the customer declined everything: the vehicle can be picked up."""
    sheet = _at_desk(actor, job_id, version, "decline_all")
    with changing(sheet, AllDeclined, actor=actor, at=now(), undo=sheet.job) as change:
        _to(change, "decline_all")
        sheet.job.ready_at = change.at
    return sheet


@command
def reopen_job(
    *, actor: Actor, job_id: UUID, reason: str, step_ids: Sequence[UUID] = (), version: int | None = None
) -> Sheet:
    """Take a vehicle that was ready back to work: the named steps are done again, and the customer reads why.

    None need be named while agreed work is open. Raises Invalid `reason_required`, `steps_required`.
    """
    sheet = _at_desk(actor, job_id, version, "reopen")
    needs_reason(reason)
    steps = to_do_again(sheet, step_ids) if step_ids or not sheet.open_steps() else []
    with changing(sheet, JobReopened, actor=actor, at=now(), undo=sheet.job) as change:
        _to(change, "reopen")
        sheet.job.ready_at = None
        send_back(change, steps, reason)
        change.because(Promise.Cause.CHANGED, reason.strip())
    return sheet


@command
def hand_over(
    *,
    actor: Actor,
    job_id: UUID,
    mileage_out: int,
    override_reason: str = "",
    version: int | None = None,
) -> Sheet:
    """Hand the vehicle over: mileage out (km) is noted, no clock runs, and the bill is settled or overridden.

    Raises Conflict `clock_running`, `not_settled`, and Invalid `mileage_went_back`.
    """
    sheet = _at_desk(actor, job_id, version, "hand_over")
    job = sheet.job
    if any(step.running_since for step in sheet.steps):
        raise Conflict("clock_running", "A clock still runs on this visit.", next="Stop it first.")
    if mileage_out < (job.mileage_in or 0):
        raise Invalid(
            "mileage_went_back",
            f"The mileage was {job.mileage_in:,} km at reception.",
            fields={"mileage_out": [f"Enter {job.mileage_in:,} or more."]},
        )
    if job.total_amount and not job.settlement and not override_reason.strip():
        raise Conflict(
            "not_settled",
            "This visit is not paid.",
            next="Take the payment, or hand over with a reason.",
            fields={"override_reason": ["Say why it is handed over unpaid."]},
        )
    with changing(sheet, JobHandedOver, actor=actor, at=now()) as change:
        _to(change, "hand_over")
        job.mileage_out, job.delivered_at = mileage_out, change.at
        job.override_reason = override_reason.strip()
        vehicles.note_mileage(
            actor=actor, vehicle_id=job.vehicle_id, mileage=mileage_out, field="mileage_out"
        )
        appointment = scheduling.fulfil(actor=actor, appointment_id=job.appointment_id, at=change.at)
        change.tell(appointment=facts_of(appointment))
        vehicles.record_maintenance(
            actor=actor,
            vehicle_id=job.vehicle_id,
            center_id=job.center_id,
            appointment_id=job.appointment_id,
            at=change.at,
            mileage=mileage_out,
            service_type=job.title[:200],
            description="\n".join(item.name for item in sheet.items if item.authorised_at),
            cost=job.total_amount,
            currency=job.currency,
        )
    return sheet


@command
def close_job(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Close a delivered card for good."""
    sheet = _at_desk(actor, job_id, version, "close")
    with changing(sheet, JobClosed, actor=actor, at=now()) as change:
        _to(change, "close")
        sheet.job.closed_at = change.at
    return sheet


@command
def cancel_job(*, actor: Actor, job_id: UUID, reason: str, version: int | None = None) -> Sheet:
    """Cancel a visit before any time was clocked on it; its resources are freed."""
    sheet = _at_desk(actor, job_id, version, "cancel")
    needs_reason(reason)
    if any(step.started_at for step in sheet.steps):
        raise Conflict(
            "time_posted", "Time was already clocked on this visit.", next="Finish it, or bill what was done."
        )
    with changing(sheet, JobCancelled, actor=actor, at=now()) as change:
        _to(change, "cancel")
        sheet.job.ended_reason = reason.strip()
        for hold in sheet.open_holds():
            change.touch(hold)
            hold.released_at = change.at
        appointment = scheduling.cancel_with_card(
            actor=actor, appointment_id=sheet.job.appointment_id, reason=reason.strip()
        )
        change.tell(appointment=facts_of(appointment))
    return sheet


def _move(actor: Actor, job_id: UUID, version: int | None, verb: str, event: type[JobEvent]) -> Sheet:
    sheet = _at_desk(actor, job_id, version, verb)
    with changing(sheet, event, actor=actor, at=now(), undo=sheet.job) as change:
        _to(change, verb)
    return sheet


def _at_desk(actor: Actor, job_id: UUID, version: int | None, verb: str) -> Sheet:
    sheet = sheet_of_job(actor, job_id, version=version)
    JOB.find(verb, sheet.job.stage)
    policies.can_run_desk(actor, sheet.job)
    return sheet


def _to(change: Change, verb: str) -> None:
    job = change.sheet.job
    change.touch(job)
    job.stage = JOB.find(verb, job.stage).target
