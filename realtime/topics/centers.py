"""The topics of a centre: the desk's, each customer file's and the wall's. And whose access a changed role changes."""

from workshop.centers.events import MembershipEnded, RoleGiven, StaffProfileWritten
from workshop.centers.selectors import held_since, is_patron
from workshop.kernel.actor import Actor

from ..access import changes_access
from .registry import Grant, Topic, topic

changes_access(RoleGiven, MembershipEnded, StaffProfileWritten)


@topic("center.{center}.desk")
def desk(actor: Actor, topic: Topic) -> Grant | None:
    """Let the front desk and the administration of the centre hear everything that moves there."""
    (center_id,) = topic.ids
    if actor.kind != "person" or not actor.at_desk(center_id):
        return None
    return Grant(stream=f"center:{center_id}", audience="desk", held_since=held_since(actor, center_id))


@topic("center.{center}.customer.{customer}")
def customer(actor: Actor, topic: Topic) -> Grant | None:
    """Let the front desk of the centre hear what concerns one of its customers."""
    center_id, person_id = topic.ids
    if actor.kind != "person" or not actor.at_desk(center_id) or not is_patron(person_id, center_id):
        return None
    return Grant(stream=f"center:{center_id}", audience="desk", held_since=held_since(actor, center_id))


@topic("center.{center}.floor")
def floor(actor: Actor, topic: Topic) -> Grant | None:
    """Let everybody who works at the centre, and its paired screens, hear what the wall shows."""
    (center_id,) = topic.ids
    paired = actor.kind == "device" and f"floor:{center_id}" in actor.scopes
    works_here = actor.kind == "person" and actor.holds(center_id, "staff", "technician", "admin")
    return Grant(stream=f"center:{center_id}", audience="board") if paired or works_here else None
