"""What a model of vehicle is described by."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workshop.demo.data.services.spec import VehicleKind

BatteryType = Literal["", "LFP", "NMC", "Li-ion", "NiMH"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """One variant of one model: what it is, and the parts of its VIN that all of them share.

    `battery_capacity` is in kWh and `capacity_is` says whether that is all of it or what can be used.
    `max_charging_power` is in kW: the DC peak of a car, the AC power of a scooter's own charger and of a car
    without a DC socket; none for a hybrid that has no socket at all.
    `first_year` and `last_year` are the model years sold; `wmi`, `vds` and `plant` go into `vin.build`.
    """

    code: str
    kind: VehicleKind
    make: str
    model: str
    variant: str
    first_year: int
    last_year: int
    wmi: str
    vds: str
    plant: str
    warranty_years: int
    battery_type: BatteryType = ""
    battery_capacity: Decimal | None = None
    capacity_is: Literal["gross", "usable"] | None = None
    max_charging_power: Decimal | None = None
    charging: Literal["DC", "AC"] | None = None
