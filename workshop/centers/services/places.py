"""Centres, their hours and bays."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound

from ..first import changed_since
from ..models import Bay, OpeningHours, ServiceCenter
from ..placing import WHERE, place_by_table
from ..selectors import administered
from ..week import Span, overlap
from ..zones import known_zones
from .areas import Area, write_areas
from .capacity import administered_center, capacity_changed

WRITABLE = frozenset(
    [
        "name",
        "address",
        "city",
        "district",
        "postcode",
        "latitude",
        "longitude",
        "phone",
        "email",
        "time_zone",
        "currency",
        "is_active",
    ]
)

BAY_WRITABLE = {"name", "kind", "equipment", "position", "is_active"}


@command
def create_center(
    *, actor: Actor, code: str, hours: Sequence[Span] = (), areas: Sequence[Area] = (), **values: Any
) -> ServiceCenter:
    """Make an approved centre; only the network's administration does. `values` are the writable fields."""
    if actor.kind != "system" and not actor.runs_network:
        raise Forbidden()
    if ServiceCenter.objects.filter(code=code).exists():
        raise Conflict(
            "code_taken",
            "Another centre has this code.",
            next="Choose another code.",
            fields={"code": ["Another centre has this code."]},
        )
    center = ServiceCenter(code=code, status="approved", approved_at=now(), **values)
    save_new(center, hours, areas)
    return administered(center.id)


def save_new(center: ServiceCenter, hours: Sequence[Span], areas: Sequence[Area]) -> None:
    """Save a new centre with its hours and areas; raise Invalid for what makes no sense."""
    place_by_table(center)
    _checked(center)
    center.save(force_insert=True)
    _write_hours(center, hours)
    write_areas(center, areas)


@command
def update_center(
    *,
    actor: Actor,
    center_id: UUID,
    version: int | None = None,
    hours: Sequence[Span] | None = None,
    areas: Sequence[Area] | None = None,
    **values: Any,
) -> ServiceCenter:
    """Change the given fields of a centre that one administers, and with `hours` or `areas` all of those."""
    center = administered_center(actor, center_id)
    if version is not None and center.version != version:
        raise changed_since(center_id, center.name, center.version, center={"version": center.version})
    write_changes(center, hours, areas, values)
    capacity_changed(center_id, actor, center={"version": center.version})
    return administered(center.id)


def write_changes(
    center: ServiceCenter,
    hours: Sequence[Span] | None,
    areas: Sequence[Area] | None,
    values: Mapping[str, Any],
) -> None:
    """Write what changed about a centre; raise Invalid for what makes no sense."""
    if values.get("postcode", center.postcode) != center.postcode and not WHERE & values.keys():
        center.latitude = center.longitude = None
    for name, value in values.items():
        if name in WRITABLE:
            setattr(center, name, value)
    place_by_table(center)
    _checked(center)
    if hours is not None:
        _write_hours(center, hours)
    if areas is not None:
        write_areas(center, areas)
    center.version += 1
    center.save()


@command
def add_bay(
    *, actor: Actor, center_id: UUID, name: str, kind: str, equipment: Sequence[str] = (), position: int = 0
) -> Bay:
    """Add a bay to a centre."""
    center = administered_center(actor, center_id)
    _name_is_free(center_id, name)
    made = Bay.objects.create(
        center=center, name=name.strip(), kind=kind, equipment=list(equipment), position=position
    )
    capacity_changed(center_id, actor)
    return made


@command
def update_bay(*, actor: Actor, bay_id: UUID, version: int | None = None, **values: Any) -> Bay:
    """Change the given ones of name, kind, equipment, position and is_active of a bay."""
    bay = Bay.objects.select_for_update(no_key=True).filter(pk=bay_id).first()
    if bay is None:
        raise NotFound()
    administered_center(actor, bay.center_id)
    if version is not None and bay.version != version:
        made = {"id": str(bay.id), "version": bay.version}
        raise changed_since(bay.center_id, f"“{bay.name}”", bay.version, bays=[made])
    if values.get("name", bay.name).strip() != bay.name:
        _name_is_free(bay.center_id, values["name"])
    for name in BAY_WRITABLE & values.keys():
        setattr(bay, name, values[name])
    bay.version += 1
    bay.save()
    capacity_changed(bay.center_id, actor, bays=[{"id": str(bay.id), "version": bay.version}])
    return bay


def _name_is_free(center_id: UUID, name: str) -> None:
    if Bay.objects.filter(center_id=center_id, name=name.strip()).exists():
        raise Conflict(
            "name_taken",
            f"There is a bay called “{name.strip()}” already.",
            next="Choose another name.",
            fields={"name": ["This name is taken."]},
        )


def _write_hours(center: ServiceCenter, hours: Sequence[Span]) -> None:
    spans = sorted(hours)
    if any(not 0 <= day <= 6 for day, _, _ in spans):
        raise Invalid("hours_invalid", fields={"working_hours": ["A weekday is 0 (Monday) to 6."]})
    if twice := overlap(spans):
        raise Invalid("hours_overlap", fields={"working_hours": [twice]})
    center.opening_hours.all().delete()
    for day, opens, closes in spans:
        OpeningHours.objects.create(center=center, weekday=day, opens=opens, closes=closes)


def _checked(center: ServiceCenter) -> None:
    if center.time_zone not in known_zones():
        raise Invalid("unknown_zone", fields={"time_zone": ["Choose a zone such as Asia/Kolkata."]})
    if len(center.currency) != 3 or not center.currency.isupper():
        raise Invalid("unknown_currency", fields={"currency": ["Enter a currency code such as INR."]})
    if (center.latitude is None) != (center.longitude is None):
        raise Invalid(
            "position_incomplete",
            fields={name: ["Enter both, or neither."] for name in sorted(WHERE)},
        )
