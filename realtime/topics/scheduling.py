"""The topic of an appointment, until its card opens."""

from workshop.kernel.actor import Actor
from workshop.scheduling.selectors import topic_of_appointment

from .registry import Grant, Topic, topic


@topic("appointment.{appointment}")
def appointment(actor: Actor, topic: Topic) -> Grant | None:
    """Let those hear an appointment who may see it."""
    (appointment_id,) = topic.ids
    found = topic_of_appointment(actor, appointment_id)
    if found is None:
        return None
    stream, audience = found
    return Grant(stream=stream, audience=audience, subject=f"appointment:{appointment_id}")
