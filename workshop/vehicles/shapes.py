"""What audiences see of a vehicle."""

from typing import Any

from workshop.kernel.money import Money

from .models import Vehicle


def vehicle_view(vehicle: Vehicle) -> dict[str, Any]:
    """Return a vehicle as its owner sees it; capacity in kWh, power in kW, health in percent, mileage in km."""
    return {
        "id": str(vehicle.id),
        "version": vehicle.version,
        "kind": vehicle.kind,
        "vin": vehicle.vin,
        "license_plate": vehicle.license_plate,
        "serial_number": vehicle.serial_number,
        "make": vehicle.make,
        "model": vehicle.model,
        "year": vehicle.year,
        "battery_type": vehicle.battery_type,
        "battery_capacity": _text(vehicle.battery_capacity),
        "max_charging_power": _text(vehicle.max_charging_power),
        "state_of_health": _text(vehicle.state_of_health),
        "purchase_date": _text(vehicle.purchase_date),
        "mileage": vehicle.mileage,
        "last_maintenance_date": _text(vehicle.last_maintenance_date),
        "next_maintenance_due": _text(vehicle.next_maintenance_due),
        "warranty_until": _text(vehicle.warranty_until),
        "created_at": vehicle.created_at.isoformat(),
        "updated_at": vehicle.updated_at.isoformat(),
    }


def record_view(record: dict[str, Any]) -> dict[str, Any]:
    """Return a row of `selectors.HISTORY` as the owner of the vehicle sees it."""
    return {
        "id": str(record["id"]),
        "vehicle_id": str(record["vehicle_id"]),
        "appointment_id": _text(record["appointment_id"]),
        "center": {"id": str(record["center_id"]), "name": record["center__name"]},
        "service_date": _text(record["service_date"]),
        "mileage_at_service": record["mileage_at_service"],
        "service_type": record["service_type"],
        "description": record["description"],
        "cost": Money(record["cost"], record["currency"]).as_json(),
        "next_service_due": _text(record["next_service_due"]),
    }


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def vehicle_card(vehicle: Vehicle) -> dict[str, Any]:
    """Return the card by which visits name a vehicle; capacity in kWh, mileage in km."""
    return {
        "id": str(vehicle.id),
        "kind": vehicle.kind,
        "plate": vehicle.license_plate or vehicle.serial_number,
        "make": vehicle.make,
        "model": vehicle.model,
        "year": vehicle.year,
        "battery_capacity": None if vehicle.battery_capacity is None else str(vehicle.battery_capacity),
        "mileage": vehicle.mileage,
    }
