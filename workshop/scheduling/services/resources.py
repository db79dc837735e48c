"""Making bays and people bookable."""

from typing import Any
from uuid import UUID

from workshop.centers.models import Bay
from workshop.centers.services import add_bay, capacity_changed
from workshop.events.command import command
from workshop.kernel.actor import Actor

from ..models import Resource


@command
def open_bay(*, actor: Actor, center_id: UUID, **values: Any) -> Bay:
    """Add a bay to a centre that one administers, so that it can be booked; raise what `add_bay` raises."""
    bay = add_bay(actor=actor, center_id=center_id, **values)
    add_bay_resource(bay=bay)
    return bay


@command
def add_bay_resource(*, bay: Bay) -> Resource:
    """Make a bay bookable; a bay that is already, stays as it is."""
    resource, _ = Resource.objects.get_or_create(
        bay=bay, defaults={"center_id": bay.center_id, "kind": Resource.Kind.BAY, "name": bay.name}
    )
    return resource


@command
def make_bookable(*, actor: Actor, center_id: UUID, person_id: UUID, name: str, kind: str) -> Resource:
    """Make a technician or a driver who began to work at a centre bookable there, and tell its calendar."""
    resource = add_person_resource(center_id=center_id, person_id=person_id, name=name, kind=kind)
    capacity_changed(center_id, actor)
    return resource


@command
def add_person_resource(*, center_id: UUID, person_id: UUID, name: str, kind: str = "technician") -> Resource:
    """Make a technician or a driver of a centre bookable; one who is already, stays as they are."""
    resource, _ = Resource.objects.get_or_create(
        center_id=center_id, kind=kind, person_id=person_id, defaults={"name": name}
    )
    return resource
