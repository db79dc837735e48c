"""What the verbs on a place in a waiting list have in common, and the filters of its lists."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters
from rest_framework.serializers import Serializer

from workshop.kernel.actor import Actor
from workshop.scheduling.line import shown, view, visible_to
from workshop.scheduling.models import WaitingEntry
from workshop.scheduling.workflow import WAITING
from workshop.vehicles.identity import plate_key

from .lists import Filters
from .shapes.waiting import WaitingChangeShape
from .verbs import Now, Verb


def changed(entry: WaitingEntry, actor: Actor) -> dict[str, Any]:
    """Return a changed place, in the form of a frame's data."""
    return {"waiting": [view(entry, actor)]}


class WaitingVerb(Verb):
    """A verb on a place in a waiting list."""

    answer: ClassVar[type[Serializer[Any]]] = WaitingChangeShape
    names = "entry_id"

    def shape(self, actor: Actor, result: WaitingEntry) -> dict[str, Any]:
        """Return the changed place."""
        return changed(result, actor)

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the place as it is now."""
        row = shown(visible_to(actor)).filter(pk=id).first()
        return None if row is None else Now(changed(row, actor), view(row, actor))


class WaitingFilters(Filters):
    """By status, centre, and words of the customer or the vehicle."""

    status = filters.MultipleChoiceFilter(choices=[(state, state) for state in WAITING.states])
    center = filters.UUIDFilter(field_name="center_id")
    q = filters.CharFilter(method="search", max_length=100)

    def search(self, rows: QuerySet[WaitingEntry], name: str, value: str) -> QuerySet[WaitingEntry]:
        """Return those whose customer's name or phone, or plate contains the text."""
        found = Q(customer_card__name__icontains=value) | Q(customer_card__phone__icontains=value)
        key = plate_key(value)
        return rows.filter(found | Q(vehicle__plate_key__contains=key) if key else found)
