"""Who may see which card, and as what: every read of a card starts from `visible_to`, so fetching is authorising."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from workshop.kernel.actor import Actor

from ..models import JobCard, WorkItem


def visible_to(actor: Actor) -> QuerySet[JobCard]:
    """Return the cards an actor may see: the desk and leads those of their centres, technicians those with work for
    them or for anybody, customers their own, holders of a visit link that one."""
    cards = JobCard.objects.all()
    if actor.kind == "system" or actor.runs_network:
        return cards
    if actor.kind == "link":
        visits = [scope.removeprefix("visit:") for scope in actor.scopes if scope.startswith("visit:")]
        return cards.filter(appointment_id__in=visits)
    if actor.kind != "person":
        return cards.none()
    full = actor.centers("staff", "admin") | {
        held.center_id for held in actor.roles if held.role == "technician" and held.lead and held.center_id
    }
    seen = Q(customer_id=actor.id)
    if full:
        seen |= Q(center_id__in=full)
    if some := actor.centers("technician") - full:
        mine = WorkItem.objects.filter(job_id=OuterRef("pk")).filter(
            Q(technician_id=actor.id) | Q(technician__isnull=True)
        )
        seen |= Q(center_id__in=some) & Q(Exists(mine))
    return cards.filter(seen)


def audience_of(actor: Actor, job: JobCard) -> str:
    """Return as what an actor who may see the card sees it."""
    if actor.at_desk(job.center_id):
        return "desk"
    if actor.leads(job.center_id):
        return "lead"
    if actor.holds(job.center_id, "technician"):
        return "technician"
    return "customer"


def topic_of_job(actor: Actor, job_id: UUID) -> tuple[str, str, UUID] | None:
    """Return the stream, the actor's audience and the centre of a card's topic; None when they may not see it."""
    job = visible_to(actor).filter(pk=job_id).only("id", "center_id", "customer_id").first()
    return None if job is None else (f"center:{job.center_id}", audience_of(actor, job), job.center_id)
