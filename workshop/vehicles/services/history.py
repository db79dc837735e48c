"""What happens to vehicles at a centre: known there, driven further, serviced."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from workshop.events.command import command
from workshop.events.statements import Writes, writing
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Invalid

from ..events import VehicleChanged, VehicleServiced
from ..models import MaintenanceRecord, Vehicle, VehicleAtCenter
from ..selectors import history_rows
from ..shapes import record_view
from .news import tell


@command
def note_at_center(*, vehicle_id: UUID, center_id: UUID, writes: Writes | None = None) -> None:
    """Note that a centre knows a vehicle: at once, or with the writes of a larger change."""
    known = VehicleAtCenter(vehicle_id=vehicle_id, center_id=center_id)
    with writing(writes) as into:
        into.insert(known, unless_there=True)


@command
def note_mileage(*, actor: Actor, vehicle_id: UUID, mileage: int, field: str = "mileage") -> None:
    """Note the mileage (km) read at a centre; raise Invalid `mileage_went_back`, which names the `field` it came in."""
    vehicle = Vehicle.objects.select_for_update(no_key=True).get(pk=vehicle_id)
    if mileage < vehicle.mileage:
        raise Invalid(
            "mileage_went_back",
            f"The mileage was already {vehicle.mileage:,} km.",
            next="Read it again.",
            fields={field: [f"Enter {vehicle.mileage:,} or more."]},
        )
    if mileage > vehicle.mileage:
        vehicle.mileage = mileage
        vehicle.version += 1
        vehicle.save(update_fields=["mileage", "version"])
        tell(VehicleChanged, vehicle, actor)


@command
def record_maintenance(
    *,
    actor: Actor,
    vehicle_id: UUID,
    center_id: UUID,
    appointment_id: UUID | None,
    at: datetime,
    mileage: int | None,
    service_type: str,
    description: str,
    cost: Decimal,
    currency: str,
    next_due: date | None = None,
) -> MaintenanceRecord:
    """Write what was done to a vehicle at one visit into its history, and when it is next due, if known."""
    record = MaintenanceRecord.objects.create(
        vehicle_id=vehicle_id,
        center_id=center_id,
        appointment_id=appointment_id,
        service_date=at.date(),
        mileage_at_service=mileage,
        service_type=service_type,
        description=description,
        cost=cost,
        currency=currency,
        next_service_due=next_due,
    )
    vehicle = Vehicle.objects.select_for_update(no_key=True).get(pk=vehicle_id)
    vehicle.last_maintenance_date = at.date()
    if next_due is not None:
        vehicle.next_maintenance_due = next_due
    vehicle.version += 1
    vehicle.save(update_fields=["last_maintenance_date", "next_maintenance_due", "version"])
    written = history_rows().get(pk=record.pk)
    tell(VehicleServiced, vehicle, actor, record=record_view(written))
    return record
