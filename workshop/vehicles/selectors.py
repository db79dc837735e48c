"""Reads of vehicles: every one starts from `visible_to`."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from workshop.events.statements import Selected, select_all
from workshop.kernel.actor import Actor

from .identity import checked_identity
from .models import MaintenanceRecord, Vehicle, VehicleAtCenter, VehicleOwnership
from .shapes import vehicle_card


def visible_to(actor: Actor) -> QuerySet[Vehicle]:
    """Return the vehicles in use that an actor may see: one's own, and those known at the centre where one works."""
    rows = Vehicle.objects.filter(archived_at__isnull=True)
    if actor.kind == "system" or actor.runs_network:
        return rows
    if actor.kind != "person":
        return rows.none()
    works_at = actor.centers("staff", "technician", "admin")
    return rows.filter(
        Q(pk__in=Vehicle.objects.filter(ownerships__person_id=actor.id, ownerships__to_date__isnull=True))
        | Q(pk__in=Vehicle.objects.filter(known_at__center_id__in=works_at))
    )


def owned_by(person_id: UUID) -> QuerySet[Vehicle]:
    """Return the vehicles in use that a person owns now."""
    return Vehicle.objects.filter(
        archived_at__isnull=True, ownerships__person_id=person_id, ownerships__to_date__isnull=True
    )


OWNED = """
id = %s AND archived_at IS NULL AND EXISTS (
    SELECT FROM vehicles_vehicleownership o
    WHERE o.vehicle_id = vehicles_vehicle.id AND o.person_id = %s AND o.to_date IS NULL)
FOR NO KEY UPDATE
"""


def owned_select(vehicle_id: UUID, person_id: UUID) -> Selected:
    """Return the select that locks a vehicle which a person owns now, and finds none when they do not."""
    return Vehicle, OWNED, (vehicle_id, person_id)


def lock_vehicle_of_customer(vehicle_id: UUID, person_id: UUID) -> Vehicle | None:
    """Lock and return a vehicle that a person owns now; None when they do not."""
    (found,) = select_all(owned_select(vehicle_id, person_id))
    return next(iter(found), None)


def in_use_like(described: Vehicle) -> Vehicle | None:
    """Return the vehicle in use with the VIN, plate or serial number of one that is described; checks them first."""
    checked_identity(described)
    same = Q()
    for name in ("vin", "plate_key", "serial_number"):
        if value := getattr(described, name):
            same |= Q(**{name: value})
    return Vehicle.objects.filter(same, archived_at__isnull=True).order_by("id").first()


HISTORY = (
    "id",
    "vehicle_id",
    "appointment_id",
    "center_id",
    "center__name",
    "service_date",
    "mileage_at_service",
    "service_type",
    "description",
    "cost",
    "currency",
    "next_service_due",
)


def history_rows() -> QuerySet[MaintenanceRecord, dict[str, Any]]:
    """Return everything that was done to any vehicle, as rows of HISTORY; `history_of` says whose one may see."""
    return MaintenanceRecord.objects.values(*HISTORY)


def history_of(person_id: UUID) -> QuerySet[MaintenanceRecord, dict[str, Any]]:
    """Return what was done to the vehicles that a person owns now, as rows of HISTORY."""
    return history_rows().filter(
        vehicle__ownerships__person_id=person_id,
        vehicle__ownerships__to_date__isnull=True,
        vehicle__archived_at__isnull=True,
    )


def known_at_desk(actor: Actor) -> QuerySet[Vehicle]:
    """Return the vehicles in use that the centres know at whose desk an actor works."""
    rows = Vehicle.objects.filter(archived_at__isnull=True)
    if actor.runs_network:
        return rows
    return rows.filter(Exists(_known(actor.centers("staff", "admin"))))


def of_customer_at(person_id: UUID, center_id: UUID) -> QuerySet[Vehicle]:
    """Return the vehicles in use of a person that a centre knows, in the order in which they came."""
    return owned_by(person_id).filter(Exists(_known([center_id]))).order_by("id")


def _known(center_ids: Iterable[UUID]) -> QuerySet[VehicleAtCenter]:
    return VehicleAtCenter.objects.filter(vehicle_id=OuterRef("pk"), center_id__in=list(center_ids))


def cards_by_owner(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    """Return the cards of the vehicles that people own now, as far as the actor may see them, by owner."""
    found: dict[UUID, list[dict[str, Any]]] = {id: [] for id in person_ids}
    rows = VehicleOwnership.objects.filter(
        person_id__in=found, to_date__isnull=True, vehicle__in=visible_to(actor)
    )
    for row in rows.select_related("vehicle").order_by("vehicle_id"):
        found[row.person_id].append(vehicle_card(row.vehicle))
    return found
