"""What somebody orders: services of a centre, and for a booking the vehicle and whose it is, read in one message."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from workshop.catalog.models import Service
from workshop.centers.cards import card_select
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import customer_card_from, customer_selects
from workshop.events.statements import Selected, select_all
from workshop.kernel.errors import Invalid, NotFound
from workshop.vehicles.models import Vehicle
from workshop.vehicles.selectors import owned_select

from ..plan import opening_selects

MOST_SERVICES = 20
MOST_QUANTITY = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A service to book, and how often."""

    service_id: UUID
    quantity: int = 1


Agreed = tuple[Service, int, int]
"""A service, how often, and the minutes that one of them takes by what was agreed."""


@dataclass(frozen=True, slots=True)
class Order:
    """An approved centre in business, a vehicle that is locked, its owner's card and technician, services, opening."""

    center: ServiceCenter
    vehicle: Vehicle
    customer_card: dict[str, str]
    prefers: UUID | None
    """The technician whom the customer asks for at the centre."""
    services: list[Agreed]
    opening: list[list[Any]]
    """The centre's opening as `plan_of` takes it."""


def order(*, center_id: UUID, customer_id: UUID, vehicle_id: UUID, lines: Sequence[Line]) -> Order:
    """Return what a customer orders for a vehicle of their own, which is locked.

    Raises NotFound, also `vehicle_not_found`, and what `services_asked` raises.
    """
    _countable(lines)
    centers, vehicles, profiles, people, cards, offered, *opening = select_all(
        _in_business(center_id),
        owned_select(vehicle_id, customer_id),
        *customer_selects(customer_id),
        card_select(customer_id, center_id),
        *_services_selects(center_id, lines),
    )
    center = _bookable(centers)
    if not vehicles:
        raise NotFound("vehicle_not_found", "This vehicle is not one of the customer's.")
    return Order(
        center,
        vehicles[0],
        customer_card_from(customer_id, profiles, people),
        cards[0].preferred_technician_id if cards else None,
        _agreed(lines, offered, vehicles[0].kind),
        opening,
    )


def services_asked(
    center_id: UUID, lines: Sequence[Line], *, vehicle_kind: str | None
) -> tuple[ServiceCenter, list[Agreed], list[list[Any]]]:
    """Return a centre, the services of lines as they are offered there now, and its opening as `plan_of` takes it.

    Raises NotFound for a centre that is not approved or not in business, and Invalid for what is not offered or not
    for such a vehicle; `vehicle_kind` is None while it is not known.
    """
    _countable(lines)
    centers, offered, *opening = select_all(_in_business(center_id), *_services_selects(center_id, lines))
    return _bookable(centers), _agreed(lines, offered, vehicle_kind), opening


def services_fit(services: Sequence[Service], vehicle_kind: str) -> None:
    """Raise Invalid for a service that is not for such a vehicle."""
    for service in services:
        if service.vehicle_kinds and vehicle_kind not in service.vehicle_kinds:
            raise Invalid(
                "service_not_for_vehicle",
                f"“{service.name}” is not for this kind of vehicle.",
                fields={"services": [f"“{service.name}” does not fit the vehicle."]},
            )


def _in_business(center_id: UUID) -> Selected:
    return ServiceCenter, "id = %s AND status = 'approved' AND is_active", (center_id,)


def _bookable(found: list[ServiceCenter]) -> ServiceCenter:
    if not found:
        raise NotFound()
    return found[0]


def _countable(lines: Sequence[Line]) -> None:
    if not 1 <= len(lines) <= MOST_SERVICES:
        raise Invalid("services_count", fields={"services": [f"Choose 1 to {MOST_SERVICES} services."]})
    if any(not 1 <= line.quantity <= MOST_QUANTITY for line in lines):
        raise Invalid("quantity", fields={"services": [f"A quantity is 1 to {MOST_QUANTITY}."]})


def _services_selects(center_id: UUID, lines: Sequence[Line]) -> list[Selected]:
    wanted = [line.service_id for line in lines]
    return [
        (Service, "center_id = %s AND is_active AND id = ANY(%s)", (center_id, wanted)),
        *opening_selects(center_id),
    ]


def _agreed(lines: Sequence[Line], offered: list[Service], vehicle_kind: str | None) -> list[Agreed]:
    known: Mapping[UUID, Service] = {row.id: row for row in offered}
    if any(line.service_id not in known for line in lines):
        raise Invalid(
            "unknown_service",
            "A service is not offered at this centre.",
            next="Choose from the centre's services.",
            fields={"services": ["One of these is not offered here."]},
        )
    agreed = [
        (known[line.service_id], line.quantity, known[line.service_id].estimated_duration) for line in lines
    ]
    if vehicle_kind is not None:
        services_fit([service for service, _, _ in agreed], vehicle_kind)
    return agreed
