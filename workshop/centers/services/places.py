"""Centres, their hours and bays."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Stale

from ..models import Bay, OpeningHours, ServiceCenter

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
Span = tuple[int, time, time]
"""Weekday (0 is Monday), opens, closes."""


@command
def create_center(*, actor: Actor, code: str, hours: Sequence[Span] = (), **values: Any) -> ServiceCenter:
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
    _checked(center)
    center.save(force_insert=True)
    _write_hours(center, hours)
    return center


@command
def update_center(
    *,
    actor: Actor,
    center_id: UUID,
    version: int | None = None,
    hours: Sequence[Span] | None = None,
    **values: Any,
) -> ServiceCenter:
    """Change the given fields, and with `hours` the opening hours, of a centre that one administers."""
    center = _own(actor, center_id)
    if version is not None and center.version != version:
        raise Stale(version_now=center.version)
    for name, value in values.items():
        if name in WRITABLE:
            setattr(center, name, value)
    _checked(center)
    if hours is not None:
        _write_hours(center, hours)
    center.version += 1
    center.save()
    return center


@command
def add_bay(
    *, actor: Actor, center_id: UUID, name: str, kind: str, equipment: Sequence[str] = (), position: int = 0
) -> Bay:
    """Add a bay to a centre."""
    center = _own(actor, center_id)
    return Bay.objects.create(
        center=center, name=name, kind=kind, equipment=list(equipment), position=position
    )


def _own(actor: Actor, center_id: UUID) -> ServiceCenter:
    center = ServiceCenter.objects.select_for_update(no_key=True).filter(pk=center_id).first()
    if center is None or not (actor.kind == "system" or actor.holds(center_id, "admin")):
        raise NotFound()
    return center


def _write_hours(center: ServiceCenter, hours: Sequence[Span]) -> None:
    spans = sorted(hours)
    for (day, _, closes), (next_day, opens, _) in pairwise(spans):
        if day == next_day and opens < closes:
            raise Invalid("hours_overlap", fields={"working_hours": ["Two spans of one day overlap."]})
    if any(not 0 <= day <= 6 or closes <= opens for day, opens, closes in spans):
        raise Invalid(
            "hours_invalid", fields={"working_hours": ["A span closes after it opens, on day 0 to 6."]}
        )
    center.opening_hours.all().delete()
    for day, opens, closes in spans:
        OpeningHours.objects.create(center=center, weekday=day, opens=opens, closes=closes)


def _checked(center: ServiceCenter) -> None:
    if center.time_zone not in available_timezones():
        raise Invalid("unknown_zone", fields={"time_zone": ["Choose a zone such as Asia/Kolkata."]})
    if len(center.currency) != 3 or not center.currency.isupper():
        raise Invalid("unknown_currency", fields={"currency": ["Enter a currency code such as INR."]})
