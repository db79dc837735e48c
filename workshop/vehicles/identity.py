"""What identifies a vehicle of each kind, brought into one form and checked."""

import re

from workshop.kernel.errors import Invalid

from .models import Vehicle
from .vin import normalise, problem

PLATE = re.compile(r"[^0-9A-ZÀ-ɏ]")


def plate_key(plate: str) -> str:
    """Return a plate as it is compared: capital letters and digits only."""
    return PLATE.sub("", plate.upper())


def checked_identity(vehicle: Vehicle) -> None:
    """Bring VIN, plate and serial number into form; raise Invalid naming the field that is wrong."""
    vehicle.vin = normalise(vehicle.vin)
    vehicle.license_plate = " ".join(vehicle.license_plate.upper().split())
    vehicle.plate_key = plate_key(vehicle.license_plate)
    vehicle.serial_number = vehicle.serial_number.strip()
    if vehicle.vin and (wrong := problem(vehicle.vin, require_check_digit=False)):
        raise Invalid("vin_invalid", "This VIN is mistyped.", fields={"vin": [wrong.message]})
    if vehicle.kind == Vehicle.Kind.EQUIPMENT:
        if not vehicle.serial_number:
            raise Invalid(fields={"serial_number": ["Equipment needs its serial number."]})
    elif not vehicle.vin and not vehicle.plate_key:
        raise Invalid(
            fields={
                "license_plate": [
                    "A number plate has letters or digits."
                    if vehicle.license_plate
                    else "Enter the number plate, or the VIN while there is none."
                ]
            }
        )
