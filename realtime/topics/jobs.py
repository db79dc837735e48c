"""The topics of the live job, and whose access its events change."""

from workshop.centers.selectors import held_since
from workshop.jobs.events import ItemAssigned
from workshop.jobs.selectors import topic_of_job
from workshop.kernel.actor import Actor

from ..access import changes_access
from .registry import Grant, Topic, topic

changes_access(ItemAssigned)


@topic("job.{job}")
def job(actor: Actor, topic: Topic) -> Grant | None:
    """Let those hear a card who may see it, as what they see it as."""
    (job_id,) = topic.ids
    found = topic_of_job(actor, job_id)
    if found is None:
        return None
    stream, audience, center_id = found
    since = None if audience == "customer" else held_since(actor, center_id)
    return Grant(stream=stream, audience=audience, subject=f"job:{job_id}", held_since=since)


@topic("center.{center}.queue.{technician}")
def queue(actor: Actor, topic: Topic) -> Grant | None:
    """Let technicians hear their own queue at a centre, and leads and the desk anybody's."""
    center_id, technician_id = topic.ids
    lead = actor.leads(center_id)
    own = actor.id == technician_id and actor.holds(center_id, "technician")
    if not (own or lead or actor.at_desk(center_id)):
        return None
    audience = "lead" if lead else "technician"
    return Grant(stream=f"center:{center_id}", audience=audience, held_since=held_since(actor, center_id))
