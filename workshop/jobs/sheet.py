"""The whole card in memory: loaded once under the job's lock, changed, and told as the difference it made."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workshop.events.statements import Selected, select_all
from workshop.kernel.errors import NotFound

from .first import changed_since
from .models import Hold, JobCard, Promise, Step, TimeEntry, WorkItem
from .workflow import OPEN_STEPS


@dataclass(slots=True)
class Clocks:
    """The clocks that run on one step, on whatever step for one person, or both, read along with a card."""

    step_id: UUID
    person_id: UUID | None
    running: list[TimeEntry]


@dataclass(slots=True)
class Sheet:
    """A job card with its items and steps in order, all its holds and its promises, newest last.

    `clocks` came along when the card was loaded for a step. `told` is what the last change told of the card, which its
    answer shows too; None while there was none.
    """

    job: JobCard
    items: list[WorkItem]
    steps: list[Step]
    holds: list[Hold]
    promises: list[Promise]
    clocks: Clocks | None = None
    told: dict[str, Any] | None = None

    def item(self, id: UUID) -> WorkItem:
        """Return one of the card's items."""
        return next(item for item in self.items if item.id == id)

    def step(self, id: UUID, *, version: int | None = None) -> Step:
        """Return one of the card's steps; raise NotFound, or Stale when it is not at the version that was seen."""
        found = next((step for step in self.steps if step.id == id), None)
        if found is None:
            raise NotFound()
        if version is not None and found.version != version:
            raise changed_since(self.job, found)
        return found

    def of_item(self, item_id: UUID) -> list[Step]:
        """Return the steps of an item in order."""
        return [step for step in self.steps if step.item_id == item_id]

    def open_holds(self) -> list[Hold]:
        """Return the holds that are not released."""
        return [hold for hold in self.holds if hold.released_at is None]

    def open_steps(self) -> list[Step]:
        """Return the steps of authorised items that remain."""
        authorised = {item.id for item in self.items if item.authorised_at}
        return [step for step in self.steps if step.status in OPEN_STEPS and step.item_id in authorised]

    def workers(self) -> set[UUID]:
        """Return everybody who did a step of this card."""
        return {step.technician_id for step in self.steps if step.technician_id}

    def blocker(self, step: Step) -> str | None:
        """Return why a pending step cannot be started yet, as a stable word; None when it can."""
        return self.blockers().get(step.id)

    def blockers(self) -> dict[UUID, str]:
        """Return why each pending step that cannot be started yet cannot, by its id."""
        found: dict[UUID, str] = {}
        for item in self.items:
            reason = self._closed(item)
            for step in self.of_item(item.id):
                if reason and step.status == "pending":
                    found[step.id] = reason
                if step.mandatory and step.status in OPEN_STEPS:
                    reason = reason or "earlier_step_open"
        return found

    def _closed(self, item: WorkItem) -> str | None:
        if item.authorised_at is None:
            return "not_authorised"
        open_for_all = self.job.stage in ("queued", "in_progress")
        open_for_this = self.job.stage == "diagnosis" and item.kind == "diagnosis"
        return None if open_for_all or open_for_this else "job_not_open"

    def next_step(self, after: Step) -> Step | None:
        """Return the step that follows in the same item, else the first startable one of a later item."""
        blockers = self.blockers()
        later = [step for step in self.steps if step.status == "pending" and step.id not in blockers]
        same = [step for step in later if step.item_id == after.item_id]
        return next(iter(same or later), None)


def load(job_id: UUID, *, version: int | None = None) -> Sheet:
    """Lock the job card and load all of it; raise NotFound, or Stale when it is not at the version that was seen."""
    sheet, _ = _locked("%s", job_id)
    if version is not None and sheet.job.version != version:
        raise changed_since(sheet.job)
    return sheet


def load_of_step(step_id: UUID, person_id: UUID | None) -> Sheet:
    """Lock the job card of a step and load all of it, with the clocks of step and person; raise NotFound."""
    sheet, (running,) = _locked(
        "(SELECT job_id FROM jobs_step WHERE id = %s)",
        step_id,
        (TimeEntry, "ended_at IS NULL AND (step_id = %s OR technician_id = %s)", (step_id, person_id)),
    )
    sheet.clocks = Clocks(step_id, person_id, running)
    return sheet


def of(job: JobCard) -> Sheet:
    """Load all of a card that is already in hand."""
    return Sheet(job, *_arranged(*select_all(*_parts("%s", job.id))))


def _locked(which: str, id: UUID, *more: Selected) -> tuple[Sheet, list[list[Any]]]:
    """Return the card that an expression names, read and locked in one message with its parts and with `more`."""
    jobs, items, steps, holds, promises, *rest = select_all(
        (JobCard, f"id = {which} FOR NO KEY UPDATE", (id,)), *_parts(which, id), *more
    )
    if not jobs:
        raise NotFound()
    return Sheet(jobs[0], *_arranged(items, steps, holds, promises)), rest


def _parts(which: str, id: UUID) -> list[Selected]:
    return [
        (WorkItem, f"job_id = {which} ORDER BY position", (id,)),
        (Step, f"job_id = {which}", (id,)),
        (Hold, f"job_id = {which} ORDER BY since, id", (id,)),
        (Promise, f"job_id = {which} ORDER BY made_at, id", (id,)),
    ]


def _arranged(
    items: list[WorkItem], steps: list[Step], holds: list[Hold], promises: list[Promise]
) -> tuple[list[WorkItem], list[Step], list[Hold], list[Promise]]:
    place = {item.id: item.position for item in items}
    steps.sort(key=lambda step: (place[step.item_id], step.position))
    return items, steps, holds, promises
