"""The clock on a step: one running clock per person, every span kept as a time entry."""

from datetime import datetime
from uuid import UUID

from workshop.events.statements import select
from workshop.kernel.errors import Conflict

from ..models import Step, TimeEntry
from ..sheet import Sheet
from .change import Change


def clock_on(change: Change, step: Step, technician_id: UUID, at: datetime) -> None:
    """Start the clock of a person on a step; raise Conflict `already_clocked_on` when one runs elsewhere."""
    for running in _running_for(change.sheet, technician_id):
        if running.pk in change.touched:
            continue
        raise Conflict(
            "already_clocked_on",
            f"Your clock is running on “{running.step.name}” of {running.step.job.number}.",
            next="Finish or pause that step first.",
            job_id=str(running.step.job_id),
            step_id=str(running.step_id),
        )
    change.add(TimeEntry(technician_id=technician_id, step=step, started_at=at))
    step.running_since = at


def clock_off(change: Change, step: Step, at: datetime) -> None:
    """Stop the clock that runs on a step and count its seconds."""
    if step.running_since is None:
        return
    for entry in _running_on(change.sheet, step):
        change.touch(entry)
        entry.ended_at = max(at, entry.started_at)
        step.clocked += int((entry.ended_at - entry.started_at).total_seconds())
    step.running_since = None


def latest_moment(sheet: Sheet, step: Step) -> datetime:
    """Return the latest moment already noted on a step; nothing on it happens before."""
    noted = [step.started_at, step.running_since, step.completed_at, sheet.job.received_at]
    return max(moment for moment in noted if moment)


def _running_for(sheet: Sheet, technician_id: UUID) -> list[TimeEntry]:
    if (clocks := sheet.clocks) and clocks.person_id == technician_id:
        return [entry for entry in clocks.running if entry.technician_id == technician_id]
    return select(TimeEntry, "technician_id = %s AND ended_at IS NULL", (technician_id,))


def _running_on(sheet: Sheet, step: Step) -> list[TimeEntry]:
    if (clocks := sheet.clocks) and clocks.step_id == step.id:
        return [entry for entry in clocks.running if entry.step_id == step.id]
    return select(TimeEntry, "step_id = %s AND ended_at IS NULL", (step.id,))
