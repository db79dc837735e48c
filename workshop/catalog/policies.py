"""Who may change what a centre sells: deny by default."""

from uuid import UUID

from workshop.kernel.actor import Actor
from workshop.kernel.errors import Forbidden


def can_change_catalogue(actor: Actor, center_id: UUID) -> None:
    """Let the administrators of the centre pass."""
    if actor.kind != "system" and not actor.holds(center_id, "admin"):
        raise Forbidden()
