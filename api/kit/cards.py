"""What the verbs on a card, a step or a hold have in common: their answer is the changed card."""

from typing import Any, ClassVar
from uuid import UUID

from rest_framework import serializers

from workshop.jobs.selectors import card_now, sheet_view
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import Actor

from .serializers import IdField
from .shapes.work import CardChangeShape
from .verbs import Now, SeenBody, Verb


class ReasonBody(SeenBody):
    """Why, in a few words."""

    reason = serializers.CharField(max_length=240)


class ReworkBody(ReasonBody):
    """The steps to do again, and why."""

    step_ids = serializers.ListField(child=IdField(), min_length=1, max_length=200)


class ReopenBody(ReasonBody):
    """Why a ready vehicle goes back to work, and the steps to do again, where none is open."""

    step_ids = serializers.ListField(child=IdField(), required=False, max_length=200)


class CardVerb(Verb):
    """A verb on a job card."""

    answer: ClassVar[type[serializers.Serializer[Any]]] = CardChangeShape
    names = "job_id"

    def shape(self, actor: Actor, result: Sheet) -> dict[str, Any]:
        """Return the changed card."""
        return sheet_view(result, actor)

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the card as it is now."""
        card = card_now(actor, pk=id)
        return None if card is None else Now(card, card["job"])


class StepVerb(CardVerb):
    """A verb on a step."""

    names = "step_id"

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the card as it is now, and in it the step."""
        return step_now(actor, id)


def step_now(actor: Actor, id: UUID) -> Now | None:
    """Return the card of a step as it is now, and in it the step; None when the actor does not see it."""
    card = card_now(actor, steps=id)
    if card is None:
        return None
    return Now(card, next(step for step in card["steps"] if step["id"] == str(id)))
