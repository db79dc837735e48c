"""Undo of the last thing done to a step or a card, with everything it set off."""

from uuid import UUID

import pgtrigger

from workshop.events import undo
from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict

from ..events import JobEvent, JobUndone, StepUndone
from ..facts import marks
from ..sheet import Sheet, load
from .bay import bay_for
from .change import difference
from .find import sheet_of_job, sheet_of_step

FSM = ("jobs.Step:step_status_fsm", "jobs.JobCard:jobcard_stage_fsm")


@command
def undo_step(*, actor: Actor, step_id: UUID, version: int | None = None) -> Sheet:
    """Take back the last thing done to the card, when it was done to this step, by the actor, within ten seconds.

    Raises Stale, and Conflict `nothing_to_undo`, `not_yours_to_undo` or `undo_too_late`.
    """
    sheet = sheet_of_step(actor, step_id)
    sheet.step(step_id, version=version)
    return _take_back(sheet, str(step_id), StepUndone, actor)


@command
def undo_job(*, actor: Actor, job_id: UUID, version: int | None = None) -> Sheet:
    """Take back the last thing done to the card, when it was done to the card as a whole; else as `undo_step`.

    A vehicle that is worked on goes back only to a bay that is still free: Conflict `bay_taken`.
    """
    return _take_back(sheet_of_job(actor, job_id, version=version), None, JobUndone, actor)


def _take_back(sheet: Sheet, step_id: str | None, event: type[JobEvent], actor: Actor) -> Sheet:
    job = sheet.job
    if not job.undo or job.undo["step"] != step_id:
        raise Conflict("nothing_to_undo", "The last thing that happened here cannot be undone.")
    before = marks(sheet)
    with pgtrigger.ignore(*FSM):
        undo.revert(actor=actor, stream=f"center:{job.center_id}", subject=f"job:{job.id}")
    sheet = load(job.id)
    if sheet.job.bay_id not in (job.bay_id, None):
        bay_for(sheet.job, sheet.job.bay_id)
    sheet.job.undo = None
    sheet.told = difference(sheet, before)
    sheet.job.facts = sheet.told["job"]
    sheet.job.save(update_fields=["undo", "facts"])
    record(
        event(stream=f"center:{job.center_id}", subject=f"job:{job.id}", data=sheet.told),
        actor=actor,
        at=now(),
    )
    return sheet
