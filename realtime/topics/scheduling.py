"""The topics of an appointment until its card opens, of the desk's calendar, and of what a centre has free."""

from workshop.centers.selectors import held_since, open_to_all
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


@topic("center.{center}.calendar")
def calendar(actor: Actor, topic: Topic) -> Grant | None:
    """Let the front desk and the administration of the centre hear every appointment there."""
    (center_id,) = topic.ids
    if actor.kind != "person" or not actor.at_desk(center_id):
        return None
    return Grant(stream=f"center:{center_id}", audience="desk", held_since=held_since(actor, center_id))


@topic("center.{center}.trips.{driver}")
def trips(actor: Actor, topic: Topic) -> Grant | None:
    """Let drivers hear their own drives for a centre."""
    center_id, driver_id = topic.ids
    if actor.kind != "person" or actor.id != driver_id or not actor.drives(center_id):
        return None
    return Grant(stream=f"center:{center_id}", audience="driver", held_since=held_since(actor, center_id))


@topic("center.{center}.availability")
def availability(actor: Actor, topic: Topic) -> Grant | None:
    """Let anybody hear on which days the slots of an approved centre changed."""
    (center_id,) = topic.ids
    found = open_to_all().filter(pk=center_id).exists()
    return Grant(stream=f"center:{center_id}", audience="public") if found else None
