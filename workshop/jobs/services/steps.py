"""What a technician does to a step: start, pause, resume, complete, note."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from workshop.centers.selectors import staff_card_of
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid

from .. import policies
from ..events import StepCompleted, StepNoted, StepPaused, StepResumed, StepStarted
from ..models import Hold, Promise, Step
from ..moments import moment
from ..promises import WAITING
from ..sheet import Sheet
from ..workflow import JOB, OPEN_STEPS, STEP
from .change import Change, changing
from .clock import clock_off, clock_on, latest_moment
from .find import sheet_of_step

PAUSE_KINDS = (*Hold.Kind.values, "break", "other")
REASONS_NOT_TO_START = {
    "not_authorised": (
        "The customer has not agreed to this work yet.",
        "Wait for the decision, or ask the front desk.",
    ),
    "job_not_open": ("This visit is not open for work.", "Ask the front desk to queue it."),
    "earlier_step_open": ("An earlier step must be done first.", "Do the steps in order."),
}


@command
def start_step(
    *,
    actor: Actor,
    step_id: UUID,
    version: int | None = None,
    at: datetime | None = None,
    on_behalf_of: UUID | None = None,
    reason: str = "",
) -> Sheet:
    """Clock on to a pending step; the desk may do it on behalf of a technician, with a reason.

    Raises IllegalTransition, Stale, Forbidden `not_your_step`, Conflict `not_certified`, `already_clocked_on` and
    the reasons of REASONS_NOT_TO_START.
    """
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("start", step.status)
    worker = _worker(actor, sheet, on_behalf_of, reason)
    policies.can_start(worker, sheet.job, sheet.item(step.item_id), step)
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepStarted, actor=actor, at=at, undo=step) as change:
        if reason:
            change.touch(step)
            step.notes = _appended(step.notes, f"Started by {actor.name}: {reason}")
        begin(change, step, worker, at)
    return sheet


def begin(change: Change, step: Step, worker: Actor, at: datetime) -> None:
    """Clock a person on to a pending step of the card that is being changed."""
    sheet = change.sheet
    if blocker := sheet.blocker(step):
        detail, hint = REASONS_NOT_TO_START[blocker]
        raise Conflict(blocker, detail, next=hint)
    item = sheet.item(step.item_id)
    change.touch(step, item, sheet.job)
    known = item.technician_card if item.technician_id == worker.id else None
    card = known or staff_card_of(worker.id)
    step.status = STEP.find("start", step.status).target
    step.technician_id, step.technician_card = worker.id, card and {"id": card["id"], "name": card["name"]}
    step.started_at = step.started_at or at
    if item.technician_id is None:
        item.technician_id, item.technician_card = worker.id, card
    if worker.id is not None:
        clock_on(change, step, worker.id, at)
    if sheet.job.stage == "queued":
        sheet.job.stage = JOB.find("begin_work", "queued").target
    sheet.job.started_at = sheet.job.started_at or at


@command
def pause_step(
    *,
    actor: Actor,
    step_id: UUID,
    kind: str,
    reason: str = "",
    version: int | None = None,
    at: datetime | None = None,
) -> Sheet:
    """Stop the clock of a running step for a reason; a reason that others can remove opens a hold on the item."""
    if kind not in PAUSE_KINDS:
        raise Invalid(fields={"kind": [f"Choose one of {', '.join(PAUSE_KINDS)}."]})
    if kind == "other" and not reason.strip():
        raise Invalid(
            "reason_required",
            "Say in a few words why the work stops.",
            fields={"reason": ["This is needed."]},
        )
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("pause", step.status)
    if not actor.leads(sheet.job.center_id):
        policies.can_work(actor, sheet.job, sheet.item(step.item_id), step)
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepPaused, actor=actor, at=at, undo=step) as change:
        change.touch(step)
        clock_off(change, step, at)
        step.status = STEP.find("pause", step.status).target
        step.pause_reason = reason.strip() or kind
        if kind in Hold.Kind.values:
            hold = Hold(job=sheet.job, item_id=step.item_id, kind=kind, reason=reason.strip(), since=at)
            change.add(hold)
            sheet.holds.append(hold)
            change.because(Promise.Cause.HELD, WAITING[kind])
    return sheet


@command
def resume_step(
    *, actor: Actor, step_id: UUID, version: int | None = None, at: datetime | None = None
) -> Sheet:
    """Start the clock of a paused step again and release the holds on its item that a technician may release."""
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("resume", step.status)
    item = sheet.item(step.item_id)
    policies.can_start(actor, sheet.job, item, step)
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepResumed, actor=actor, at=at, undo=step) as change:
        change.touch(step)
        step.status = STEP.find("resume", step.status).target
        step.pause_reason = ""
        if actor.id is not None:
            clock_on(change, step, actor.id, at)
        for hold in sheet.open_holds():
            if hold.item_id == item.id and hold.kind not in ("approval", "customer"):
                change.touch(hold)
                hold.released_at = at
                change.because(Promise.Cause.RELEASED, "The work goes on.")
    return sheet


@command
def complete_step(
    *,
    actor: Actor,
    step_id: UUID,
    version: int | None = None,
    at: datetime | None = None,
    reading: Decimal | None = None,
    note: str = "",
    start_next: bool = False,
) -> Sheet:
    """Finish a running step, with its reading when it asks for one, and clock on to the next with `start_next`.

    What is done is done: a next step that the technician may not start stays as it is, and says why when it is started.
    When no step of the agreed work is open any more, the card goes to the quality check.
    """
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    STEP.find("complete", step.status)
    policies.can_work(actor, sheet.job, sheet.item(step.item_id), step)
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepCompleted, actor=actor, at=at, undo=step) as change:
        change.touch(step)
        _take_reading(step, reading, note)
        if step.reading_unit and step.reading is None:
            raise Invalid(
                "reading_required",
                f"“{step.name}” asks for a reading in {step.reading_unit}.",
                next="Enter the reading, then finish the step.",
                fields={"reading": [f"Enter the reading in {step.reading_unit}."]},
            )
        clock_off(change, step, at)
        step.status = STEP.find("complete", step.status).target
        step.completed_at = at
        following = sheet.next_step(step) if start_next else None
        if following and policies.may_start(actor, sheet.job, sheet.item(following.item_id), following):
            begin(change, following, actor, at)
        finish_when_all_done(change)
    return sheet


def finish_when_all_done(change: Change) -> None:
    """Send a card whose agreed work is done to the quality check."""
    sheet = change.sheet
    if sheet.job.stage == "in_progress" and not any(step.status in OPEN_STEPS for step in sheet.open_steps()):
        change.touch(sheet.job)
        sheet.job.stage = JOB.find("finish_work", "in_progress").target


@command
def note_step(
    *,
    actor: Actor,
    step_id: UUID,
    version: int | None = None,
    note: str = "",
    reading: Decimal | None = None,
    at: datetime | None = None,
) -> Sheet:
    """Write a note, a reading or both on a step that is being worked on or done."""
    if not note.strip() and reading is None:
        raise Invalid(
            "nothing_noted", "There is nothing to write down.", fields={"note": ["Write something."]}
        )
    sheet = sheet_of_step(actor, step_id)
    step = sheet.step(step_id, version=version)
    if not actor.leads(sheet.job.center_id):
        policies.can_work(actor, sheet.job, sheet.item(step.item_id), step)
    if sheet.job.stage in JOB.final:
        raise Conflict("job_closed", "A closed card is not written on any more.", next="Open a new visit.")
    at = moment(at, now=now(), not_before=latest_moment(sheet, step))
    with changing(sheet, StepNoted, actor=actor, at=at) as change:
        change.touch(step)
        _take_reading(step, reading, note)
    return sheet


def _take_reading(step: Step, reading: Decimal | None, note: str) -> None:
    if note.strip():
        step.notes = _appended(step.notes, note.strip())
    if reading is None:
        return
    if not step.reading_unit:
        raise Invalid(
            "no_reading_here", f"“{step.name}” takes no reading.", fields={"reading": ["Leave this out."]}
        )
    low = step.reading_min is not None and reading < step.reading_min
    high = step.reading_max is not None and reading > step.reading_max
    if (low or high) and not step.notes:
        limit = f"at least {step.reading_min:f}" if low else f"at most {step.reading_max:f}"
        raise Invalid(
            "reading_out_of_limits",
            f"The reading should be {limit} {step.reading_unit}.",
            next="Measure again, or say in a note what you found.",
            fields={"reading": [f"Expected {limit} {step.reading_unit}."]},
        )
    step.reading = reading


def _appended(notes: str, note: str) -> str:
    return f"{notes}\n{note}" if notes else note


def _worker(actor: Actor, sheet: Sheet, on_behalf_of: UUID | None, reason: str) -> Actor:
    if on_behalf_of is None:
        return actor
    policies.can_run_desk(actor, sheet.job)
    if not reason.strip():
        raise Invalid(
            "reason_required",
            "Say why you start this for somebody else.",
            fields={"reason": ["This is needed."]},
        )
    worker = policies.technician_of(on_behalf_of, sheet.job)
    if worker is None:
        raise Forbidden("not_a_technician_here", "This person is not a technician of your centre.")
    return worker
