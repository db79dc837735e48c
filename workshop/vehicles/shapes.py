"""What audiences see of a vehicle."""

from typing import Any

from .models import Vehicle


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
