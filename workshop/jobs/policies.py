"""Who may do what on a card: deny by default."""

from collections.abc import Sequence
from uuid import UUID

from workshop.centers.selectors import missing_skills, roles_of, staff_card_of
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, Forbidden

from .models import JobCard, Step, WorkItem


def can_see(actor: Actor, job: JobCard, items: Sequence[WorkItem]) -> bool:
    """Say of a loaded card what `selectors.visible_to` says of rows: whether the actor may see it."""
    if actor.kind == "system" or actor.runs_network:
        return True
    if actor.kind == "link":
        return f"visit:{job.appointment_id}" in actor.scopes
    if actor.kind != "person":
        return False
    if actor.id == job.customer_id or actor.at_desk(job.center_id) or actor.leads(job.center_id):
        return True
    works_here = job.center_id in actor.centers("technician")
    return works_here and any(item.technician_id in (actor.id, None) for item in items)


def can_run_desk(actor: Actor, job: JobCard) -> None:
    """Let the front desk of the card's centre pass."""
    if not actor.at_desk(job.center_id):
        raise Forbidden()


def can_lead(actor: Actor, job: JobCard) -> None:
    """Let lead technicians of the card's centre pass."""
    if not actor.leads(job.center_id):
        raise Forbidden(
            "lead_required",
            "Only a lead technician may do this.",
            next="Ask a lead technician of your centre.",
        )


def can_work(actor: Actor, job: JobCard, item: WorkItem, step: Step) -> None:
    """Let the technician pass to whom the step's item is assigned, or who is already at the step."""
    if not actor.holds(job.center_id, "technician"):
        raise Forbidden()
    owner = step.technician_id or item.technician_id
    if owner is not None and owner != actor.id:
        name = (step.technician_card or item.technician_card or {}).get("name", "another technician")
        raise Forbidden(
            "not_your_step", f"This step belongs to {name}.", next="Ask the front desk to assign it to you."
        )


def can_start(actor: Actor, job: JobCard, item: WorkItem, step: Step) -> None:
    """Let a technician pass who may work on the step and holds every skill of its item, certificates in date."""
    can_work(actor, job, item, step)
    is_qualified(actor, job, item)


def may_start(actor: Actor, job: JobCard, item: WorkItem, step: Step) -> bool:
    """Say whether `can_start` would let the technician pass."""
    try:
        can_start(actor, job, item, step)
    except (Forbidden, Conflict):
        return False
    return True


def is_qualified(actor: Actor, job: JobCard, item: WorkItem) -> None:
    """Refuse when a skill of the item is missing or its certificate has expired, by the date at the card's centre."""
    if not item.skills or actor.id is None:
        return
    if missing := missing_skills(actor.id, item.skills, center_id=job.center_id):
        name = (staff_card_of(actor.id) or {}).get("name", "this person")
        raise Conflict(
            "not_certified",
            f"“{item.name}” needs {', '.join(missing)}; {name} does not hold it, or the certificate has expired.",
            next="It goes to a technician who does; the front desk assigns it.",
            missing=missing,
        )


def can_check(actor: Actor, job: JobCard, workers: set[object]) -> None:
    """Let a lead technician pass who did none of the work."""
    can_lead(actor, job)
    if actor.id in workers:
        raise Forbidden(
            "own_work",
            "The quality check is done by somebody who did not do the work.",
            next="Ask another lead.",
        )


def technician_of(person_id: UUID, job: JobCard) -> Actor | None:
    """Return a technician of the card's centre as an actor, for those who act on their behalf; None for others."""
    worker = Actor(kind="person", id=person_id, roles=roles_of(person_id))
    return worker if worker.holds(job.center_id, "technician") else None
