"""The whole card in memory: loaded once under the job's lock, changed, and told as the difference it made."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workshop.events.statements import select
from workshop.kernel.errors import NotFound

from .first import changed_since
from .models import Hold, JobCard, Promise, Step, WorkItem
from .workflow import OPEN_STEPS


@dataclass(slots=True)
class Sheet:
    """A job card with its items and steps in order, all its holds and its promises, newest last.

    `left` are the facts as the last change left them, which its answer shows; None while there was none.
    """

    job: JobCard
    items: list[WorkItem]
    steps: list[Step]
    holds: list[Hold]
    promises: list[Promise]
    left: dict[str, Any] | None = None

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
        item = self.item(step.item_id)
        if item.authorised_at is None:
            return "not_authorised"
        if self.job.stage not in ("queued", "in_progress") and not (
            self.job.stage == "diagnosis" and item.kind == "diagnosis"
        ):
            return "job_not_open"
        for earlier in self.of_item(item.id):
            if earlier.position < step.position and earlier.mandatory and earlier.status in OPEN_STEPS:
                return "earlier_step_open"
        return None

    def next_step(self, after: Step) -> Step | None:
        """Return the step that follows in the same item, else the first startable one of a later item."""
        later = [step for step in self.steps if step.status == "pending" and self.blocker(step) is None]
        same = [step for step in later if step.item_id == after.item_id]
        return next(iter(same or later), None)


def load(job_id: UUID, *, version: int | None = None) -> Sheet:
    """Lock the job card and load all of it; raise NotFound, or Stale when it is not at the version that was seen."""
    return _locked("id = %s", job_id, version)


def load_of_step(step_id: UUID) -> Sheet:
    """Lock the job card of a step and load all of it; raise NotFound."""
    return _locked("id = (SELECT job_id FROM jobs_step WHERE id = %s)", step_id, None)


def of(job: JobCard) -> Sheet:
    """Load all of a card that is already in hand."""
    items = select(WorkItem, "job_id = %s ORDER BY position", (job.id,))
    steps = select(Step, "job_id = %s", (job.id,))
    place = {item.id: item.position for item in items}
    steps.sort(key=lambda step: (place[step.item_id], step.position))
    holds = select(Hold, "job_id = %s ORDER BY since, id", (job.id,))
    promises = select(Promise, "job_id = %s ORDER BY made_at, id", (job.id,))
    return Sheet(job, items, steps, holds, promises)


def _locked(condition: str, id: UUID, version: int | None) -> Sheet:
    found = select(JobCard, f"{condition} FOR NO KEY UPDATE", (id,))
    if not found:
        raise NotFound()
    (job,) = found
    if version is not None and job.version != version:
        raise changed_since(job)
    return of(job)
