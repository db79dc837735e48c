"""A customer's vehicles: added, corrected, archived."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from workshop.centers.selectors import is_patron
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Stale

from ..events import VehicleAdded, VehicleArchived, VehicleChanged
from ..identity import checked_identity
from ..models import MaintenanceRecord, Vehicle, VehicleOwnership
from ..selectors import known_at_desk, owned_by
from .history import note_at_center
from .news import tell

WRITABLE = frozenset(
    [
        "kind",
        "vin",
        "license_plate",
        "serial_number",
        "make",
        "model",
        "year",
        "battery_type",
        "battery_capacity",
        "max_charging_power",
        "state_of_health",
        "purchase_date",
        "mileage",
        "warranty_until",
    ]
)


@command
def add_vehicle(*, actor: Actor, owner_id: UUID, center_id: UUID | None = None, **values: Any) -> Vehicle:
    """Add a vehicle to a person; `values` are the writable fields.

    The desk's is known at `center_id`, where its owner is a customer.

    Raises Invalid for a VIN whose check digit is wrong or a kind without its identity, and Conflict
    `vehicle_known`, which tells nothing of whose it is.
    """
    if center_id is not None and not (actor.at_desk(center_id) and is_patron(owner_id, center_id)):
        raise NotFound()
    desk = actor.runs_network or actor.centers("staff", "admin")
    if actor.kind == "person" and actor.id != owner_id and not desk:
        raise Forbidden()
    vehicle = Vehicle(**{name: value for name, value in values.items() if name in WRITABLE})
    checked_identity(vehicle)
    _save(vehicle, owned=actor.id == owner_id)
    VehicleOwnership.objects.create(vehicle=vehicle, person_id=owner_id, from_date=now().date())
    if center_id is not None:
        note_at_center(vehicle_id=vehicle.id, center_id=center_id)
    tell(VehicleAdded, vehicle, actor)
    return vehicle


@command
def update_vehicle(*, actor: Actor, vehicle_id: UUID, version: int | None = None, **values: Any) -> Vehicle:
    """Correct the given fields of one's own vehicle, or of one that is known at one's desk; mileage never goes back."""
    vehicle = _changed_by(actor, vehicle_id, version)
    if values.get("mileage", vehicle.mileage) < vehicle.mileage:
        raise Invalid(
            "mileage_went_back",
            f"The mileage was already {vehicle.mileage:,} km.",
            fields={"mileage": [f"Enter {vehicle.mileage:,} or more."]},
        )
    for name, value in values.items():
        if name in WRITABLE:
            setattr(vehicle, name, value)
    checked_identity(vehicle)
    vehicle.version += 1
    _save(vehicle, owned=owned_by(actor.person_id).filter(pk=vehicle_id).exists())
    tell(VehicleChanged, vehicle, actor)
    return vehicle


@command
def archive_vehicle(*, actor: Actor, vehicle_id: UUID) -> Vehicle:
    """Take a vehicle out of use; its history stays."""
    vehicle = _own(actor, vehicle_id, None)
    vehicle.archived_at = now()
    vehicle.version += 1
    vehicle.save()
    history = MaintenanceRecord.objects.filter(vehicle=vehicle).values_list("id", flat=True)
    tell(VehicleArchived, vehicle, actor, record_ids=[str(id) for id in history])
    VehicleOwnership.objects.filter(vehicle=vehicle, to_date__isnull=True).update(to_date=now().date())
    return vehicle


def _own(actor: Actor, vehicle_id: UUID, version: int | None) -> Vehicle:
    if actor.id is None or not owned_by(actor.id).filter(pk=vehicle_id).exists():
        raise NotFound()
    return _locked(vehicle_id, version)


def _changed_by(actor: Actor, vehicle_id: UUID, version: int | None) -> Vehicle:
    if known_at_desk(actor).filter(pk=vehicle_id).exists():
        return _locked(vehicle_id, version)
    return _own(actor, vehicle_id, version)


def _locked(vehicle_id: UUID, version: int | None) -> Vehicle:
    vehicle = Vehicle.objects.select_for_update(no_key=True).get(pk=vehicle_id)
    if version is not None and vehicle.version != version:
        raise Stale(version_now=vehicle.version)
    return vehicle


def _save(vehicle: Vehicle, *, owned: bool) -> None:
    """Save; a vehicle that is known already is refused in words for its owner, or for who writes it down for them."""
    try:
        with transaction.atomic():
            vehicle.save()
    except IntegrityError as error:
        raise Conflict(
            "vehicle_known",
            "This vehicle is already registered.",
            next="If it is yours now, ask your service centre to verify it."
            if owned
            else "Search the customers for its plate. Whoever had it before archives it first.",
        ) from error
