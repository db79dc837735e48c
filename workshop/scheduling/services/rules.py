"""How a centre lets itself be booked, and the tools and loaner cars it has."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from workshop.centers.first import changed_since
from workshop.centers.services import administered_center, capacity_changed
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, Invalid, NotFound

from ..models import BookingRules, Resource
from ..rules import rules_of

NAMED = (Resource.Kind.TOOL, Resource.Kind.LOANER)


@command
def set_rules(*, actor: Actor, center_id: UUID, version: int | None = None, **values: Any) -> BookingRules:
    """Change the given rules of a centre that one administers; bookings that were made keep theirs.

    Raises NotFound, Stale, and Invalid naming what is out of bounds.
    """
    administered_center(actor, center_id)
    rules = rules_of(center_id)
    if version is not None and rules.version != version:
        made = {"version": rules.version}
        raise changed_since(center_id, "How this centre is booked", rules.version, rules=made)
    for name, value in values.items():
        setattr(rules, name, value)
    rules.version += 1
    try:
        rules.full_clean(exclude=["center"])
    except ValidationError as error:
        raise Invalid("rules_invalid", fields=_fields(error)) from error
    rules.save()
    capacity_changed(center_id, actor, rules={"version": rules.version})
    return rules


@command
def add_resource(*, actor: Actor, center_id: UUID, kind: str, name: str, type: str = "") -> Resource:
    """Add a tool, of the type by which services ask for it, or a loaner car; raise Conflict `name_taken`."""
    administered_center(actor, center_id)
    if kind not in NAMED:
        raise Invalid(
            fields={"kind": ["Add a tool or a loaner; bays and people become bookable by themselves."]}
        )
    if kind == Resource.Kind.TOOL and not type.strip():
        raise Invalid(
            "type_missing", fields={"type": ["Say which type of tool it is, as services ask for it."]}
        )
    if Resource.objects.filter(center_id=center_id, kind=kind, name=name.strip(), is_active=True).exists():
        raise Conflict(
            "name_taken", f"There is a {kind} called “{name}” already.", fields={"name": ["Taken."]}
        )
    made = Resource.objects.create(center_id=center_id, kind=kind, name=name.strip(), type=type.strip())
    capacity_changed(center_id, actor)
    return made


@command
def retire_resource(*, actor: Actor, resource_id: UUID) -> Resource:
    """Take a tool or a loaner out of use; what is booked on it stays, to be placed anew."""
    resource = Resource.objects.filter(pk=resource_id, kind__in=NAMED, is_active=True).first()
    if resource is None:
        raise NotFound()
    administered_center(actor, resource.center_id)
    resource.is_active = False
    resource.save()
    capacity_changed(resource.center_id, actor)
    return resource


def _fields(error: ValidationError) -> dict[str, list[str]]:
    if hasattr(error, "message_dict"):
        return {name: list(texts) for name, texts in error.message_dict.items()}
    return {"rules": list(error.messages)}
