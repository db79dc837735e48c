"""What a lead technician does: verify or skip a step, send steps back, pass the quality check."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Forbidden, Invalid

from .. import policies
from ..events import CheckPassed, ReworkOrdered, StepReworked, StepSkipped, StepVerified
from ..models import Promise, Step
from ..moments import moment
from ..sheet import Sheet
from ..workflow import JOB, STEP
from .change import Change, changing
from .clock import clock_off, latest_moment
from .find import sheet_of_job, sheet_of_step
from .steps import finish_when_all_done


@command
def verify_step(
    *, actor: Actor, step_id: UUID, version: int | None = None, at: datetime | None = None
) -> Sheet:
    """Sign a done step as a second person."""
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("verify", step.status)
    policies.can_lead(actor, sheet.job)
    if step.technician_id == actor.id:
        raise Forbidden("own_work", "Somebody else must verify your step.", next="Ask another lead.")
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepVerified, actor=actor, at=at, undo=step) as change:
        _verify(change, step)
    return sheet


@command
def skip_step(
    *, actor: Actor, step_id: UUID, reason: str, version: int | None = None, at: datetime | None = None
) -> Sheet:
    """Skip a step with a reason; a safety step is never skipped."""
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("skip", step.status)
    policies.can_lead(actor, sheet.job)
    if step.safety:
        raise Forbidden(
            "safety_step", f"“{step.name}” is a safety step and is never skipped.", next="Do the step."
        )
    needs_reason(reason)
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepSkipped, actor=actor, at=at, undo=step) as change:
        change.touch(step)
        step.status = STEP.find("skip", step.status).target
        step.skip_reason = reason.strip()
        finish_when_all_done(change)
    return sheet


@command
def rework_step(
    *, actor: Actor, step_id: UUID, reason: str, version: int | None = None, at: datetime | None = None
) -> Sheet:
    """Send one done or verified step back to its technician."""
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("rework", step.status)
    policies.can_lead(actor, sheet.job)
    needs_reason(reason)
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepReworked, actor=actor, at=at) as change:
        send_back(change, [step], reason)
    return sheet


@command
def pass_check(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Pass the quality check: every done step is verified and the vehicle is ready for pickup."""
    sheet = sheet_of_job(actor, job_id, version=version)
    JOB.find("pass_check", sheet.job.stage)
    policies.can_check(actor, sheet.job, set(sheet.workers()))
    with changing(sheet, CheckPassed, actor=actor, at=now(), undo=sheet.job) as change:
        for step in sheet.steps:
            if step.status == "done":
                _verify(change, step)
        change.touch(sheet.job)
        sheet.job.stage = JOB.find("pass_check", sheet.job.stage).target
        sheet.job.ready_at = change.at
    return sheet


@command
def order_rework(
    *, actor: Actor, job_id: UUID, step_ids: Sequence[UUID], reason: str, version: int | None = None
) -> Sheet:
    """Fail the quality check: the named steps are done again."""
    sheet = sheet_of_job(actor, job_id, version=version)
    JOB.find("rework", sheet.job.stage)
    policies.can_check(actor, sheet.job, set(sheet.workers()))
    needs_reason(reason)
    steps = to_do_again(sheet, step_ids)
    with changing(sheet, ReworkOrdered, actor=actor, at=now(), undo=sheet.job) as change:
        send_back(change, steps, reason)
    return sheet


def to_do_again(sheet: Sheet, step_ids: Sequence[UUID]) -> list[Step]:
    """Return the steps that are named; raise Invalid `steps_required` when none is, and NotFound."""
    if not step_ids:
        raise Invalid(
            "steps_required", "Name the steps to do again.", fields={"step_ids": ["Choose at least one."]}
        )
    return [sheet.step(id) for id in step_ids]


def send_back(change: Change, steps: Sequence[Step], reason: str) -> None:
    """Open done steps again, paused until somebody resumes them; a checked card goes back to work.

    Back to work and paused are two moves, each written, for the database knows the workflow too.
    """
    job = change.sheet.job
    change.because(Promise.Cause.REWORK, "A part of the work is done again.")
    for step in steps:
        change.touch(step)
        move = STEP.find("rework", step.status)
        clock_off(change, step, change.at)
        step.status = move.target
        step.save(update_fields=["status"])
        step.status = STEP.find("pause", step.status).target
        step.completed_at = step.verified_at = step.verified_by_id = None
        step.pause_reason = f"To do again: {reason.strip()}"[:240]
    if job.stage == "quality_check":
        change.touch(job)
        job.stage = JOB.find("rework", job.stage).target


def _verify(change: Change, step: Step) -> None:
    change.touch(step)
    step.status = STEP.find("verify", step.status).target
    step.verified_at, step.verified_by_id = change.at, change.actor.id


def needs_reason(reason: str) -> None:
    """Raise Invalid `reason_required` when no reason is given."""
    if not reason.strip():
        raise Invalid("reason_required", "Say why, in a few words.", fields={"reason": ["This is needed."]})
