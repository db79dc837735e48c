"""POST /api/staff/holds/{id}/release: what a card waited for has come."""

from uuid import UUID

from api.kit.verbs import Now
from workshop.jobs import services
from workshop.jobs.selectors import card_now
from workshop.kernel.actor import Actor

from .jobs import DeskVerb


class Release(DeskVerb):
    """Release a hold."""

    names = "hold_id"
    service = staticmethod(services.release_hold)

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the card as it is now, and in it the hold."""
        card = card_now(actor, holds=id)
        return (
            None if card is None else Now(card, next(hold for hold in card["holds"] if hold["id"] == str(id)))
        )
