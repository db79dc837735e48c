"""What is to be booked, and whether it makes sense: services, start and end against the centre and its hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from workshop.catalog.models import Service
from workshop.centers.hours import is_open
from workshop.centers.models import OpeningHours, ServiceCenter
from workshop.events.statements import select_all
from workshop.kernel.errors import Invalid

MOST_SERVICES = 20
MOST_QUANTITY = 20
WALK_IN_GRACE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Line:
    """A service to book, and how often."""

    service_id: UUID
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Visit:
    """What is to be booked, checked: the services in order, start and end."""

    center: ServiceCenter
    hours: list[OpeningHours]
    services: list[tuple[Service, int]]
    start: datetime
    end: datetime

    @property
    def kinds(self) -> list[Service]:
        """Return the services without their quantities."""
        return [service for service, _ in self.services]


def checked_visit(
    center: ServiceCenter,
    lines: Sequence[Line],
    start: datetime,
    *,
    vehicle_kind: str,
    not_before: datetime | None,
) -> Visit:
    """Return the visit when everything asked for makes sense; raise Invalid with the field that does not.

    `not_before` is None for a visit that keeps the time it was given: what has passed since then, or the centre's
    hours of today, do not take it away.
    """
    if not 1 <= len(lines) <= MOST_SERVICES:
        raise Invalid("services_count", fields={"services": [f"Choose 1 to {MOST_SERVICES} services."]})
    if any(not 1 <= line.quantity <= MOST_QUANTITY for line in lines):
        raise Invalid("quantity", fields={"services": [f"A quantity is 1 to {MOST_QUANTITY}."]})
    wanted = [line.service_id for line in lines]
    offered, hours = select_all(
        (Service, "center_id = %s AND is_active AND id = ANY(%s)", (center.id, wanted)),
        (OpeningHours, "center_id = %s", (center.id,)),
    )
    known = {row.id: row for row in offered}
    if any(line.service_id not in known for line in lines):
        raise Invalid(
            "unknown_service",
            "A service is not offered at this centre.",
            next="Choose from the centre's services.",
            fields={"services": ["One of these is not offered here."]},
        )
    services = [(known[line.service_id], line.quantity) for line in lines]
    for service, _ in services:
        if service.vehicle_kinds and vehicle_kind not in service.vehicle_kinds:
            raise Invalid(
                "service_not_for_vehicle",
                f"“{service.name}” is not for this kind of vehicle.",
                fields={"services": [f"“{service.name}” does not fit the vehicle."]},
            )
    end = start + timedelta(
        minutes=sum(service.estimated_duration * quantity for service, quantity in services)
    )
    if not_before is None:
        return Visit(center, hours, services, start, end)
    if start < not_before:
        raise Invalid(
            "start_in_past",
            "This start has passed.",
            next="Choose a later time.",
            fields={"scheduled_start": ["Choose a time in the future."]},
        )
    if not is_open(hours, center.time_zone, start, end):
        raise Invalid(
            "outside_opening_hours",
            f"{center.name} is not open for the whole visit.",
            next="Choose a time within opening hours.",
            fields={"scheduled_start": ["The centre is closed then."]},
        )
    return Visit(center, hours, services, start, end)
