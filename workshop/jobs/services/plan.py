"""What the front desk plans on an open card: who works on it, in which bay, and what it waits for."""

from uuid import UUID

from workshop.centers.selectors import staff_card_of
from workshop.centers.shapes import bay_card
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Invalid, NotFound

from .. import policies
from ..events import HoldPlaced, HoldReleased, ItemAssigned, JobMoved
from ..first import changed_since
from ..models import Hold, JobCard, Promise
from ..promises import WAITING
from ..sheet import Sheet
from ..workflow import OPEN_STEPS
from .bay import bay_for
from .change import changing
from .find import sheet_of_hold, sheet_of_job

OPEN_STAGES = ("received", "diagnosis", "awaiting_decision", "queued", "in_progress", "quality_check")


@command
def assign_item(
    *, actor: Actor, job_id: UUID, item_id: UUID, technician_id: UUID | None, version: int | None = None
) -> Sheet:
    """Give an item to a certified technician of the centre, or to nobody; not while its clock runs.

    Raises Conflict `clock_running`, `not_certified`, and Invalid `not_a_technician_here`.
    """
    sheet = sheet_of_job(actor, job_id, version=version)
    policies.can_run_desk(actor, sheet.job)
    _is_open(sheet.job)
    item = next((item for item in sheet.items if item.id == item_id), None)
    if item is None:
        raise NotFound()
    if running := next((step for step in sheet.of_item(item_id) if step.running_since), None):
        name = (running.technician_card or {}).get("name", "Somebody")
        raise Conflict("clock_running", f"{name} is working on this now.", next="Ask them to pause first.")
    if technician_id is not None:
        worker = policies.technician_of(technician_id, sheet.job)
        if worker is None:
            raise Invalid(
                "not_a_technician_here",
                "This person is not a technician of your centre.",
                fields={"technician_id": ["Choose a technician of this centre."]},
            )
        policies.is_qualified(worker, sheet.job, item)
    with changing(sheet, ItemAssigned, actor=actor, at=now(), undo=sheet.job) as change:
        change.touch(item, *(step for step in sheet.of_item(item_id) if step.status in OPEN_STEPS))
        item.technician_id, item.technician_card = technician_id, staff_card_of(technician_id)
        for step in sheet.of_item(item_id):
            if step.status in OPEN_STEPS:
                step.technician_id = step.technician_card = None
    return sheet


@command
def move_job(*, actor: Actor, job_id: UUID, bay_id: UUID | None, version: int | None = None) -> Sheet:
    """Move the vehicle to a bay of the centre, plan it for one, or take it out; raise Conflict `bay_taken`."""
    sheet = sheet_of_job(actor, job_id, version=version)
    job = sheet.job
    policies.can_run_desk(actor, job)
    _is_open(job)
    bay = bay_for(job, bay_id) if bay_id is not None else None
    with changing(sheet, JobMoved, actor=actor, at=now(), undo=job) as change:
        change.touch(job)
        job.bay_id, job.bay_card = bay_id, bay_card(bay)
    return sheet


@command
def place_hold(
    *,
    actor: Actor,
    job_id: UUID,
    kind: str,
    reason: str = "",
    item_id: UUID | None = None,
    version: int | None = None,
) -> Sheet:
    """Note that a card, or one of its items, waits for something; raise Conflict `already_held` said twice."""
    sheet = sheet_of_job(actor, job_id, version=version)
    policies.can_run_desk(actor, sheet.job)
    _is_open(sheet.job)
    if kind not in Hold.Kind.values:
        raise Invalid(fields={"kind": [f"Choose one of {', '.join(Hold.Kind.values)}."]})
    if item_id is not None and all(item.id != item_id for item in sheet.items):
        raise NotFound()
    said = (kind, item_id, reason.strip())
    if said in ((hold.kind, hold.item_id, hold.reason) for hold in sheet.open_holds()):
        raise Conflict(
            "already_held",
            "This visit is on hold for that already.",
            next="Say what else it waits for, or leave it as it is.",
        )
    with changing(sheet, HoldPlaced, actor=actor, at=now(), undo=sheet.job) as change:
        hold = Hold(job=sheet.job, item_id=item_id, kind=kind, reason=reason.strip(), since=change.at)
        change.add(hold)
        sheet.holds.append(hold)
        change.because(Promise.Cause.HELD, WAITING[kind])
    return sheet


@command
def release_hold(*, actor: Actor, hold_id: UUID, version: int | None = None) -> Sheet:
    """Release a hold: what the card waited for has come. Raises Stale and Conflict `already_released`."""
    sheet, hold = sheet_of_hold(actor, hold_id)
    policies.can_run_desk(actor, sheet.job)
    if version is not None and hold.version != version:
        raise changed_since(sheet.job, hold)
    if hold.released_at is not None:
        raise Conflict("already_released", "This was already released.", next="Nothing is left to do.")
    with changing(sheet, HoldReleased, actor=actor, at=now(), undo=sheet.job) as change:
        change.touch(hold)
        hold.released_at = change.at
        change.because(Promise.Cause.RELEASED, "What we waited for has come.")
    return sheet


def _is_open(job: JobCard) -> None:
    if job.stage not in OPEN_STAGES:
        raise Conflict("job_not_open", "This visit is finished.", next="Open a new visit.")
