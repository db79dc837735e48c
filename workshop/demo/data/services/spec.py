"""What a service, its steps, readings and inspection points consist of."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Category = Literal[
    "battery",
    "motor",
    "charging",
    "cooling",
    "brakes",
    "tyres",
    "suspension",
    "electrical",
    "body",
    "general",
    "appliances",
]
Skill = Literal[
    "hv_safety",
    "ev_battery",
    "motor",
    "electrical",
    "brakes",
    "tyres",
    "aircon",
    "body",
    "two_wheeler",
    "general",
    "appliances",
]
BayKind = Literal["general", "ev", "tyres", "quick", "bench"]
VehicleKind = Literal["car", "ev", "hybrid", "motorcycle", "van", "truck", "equipment"]
WorkKind = Literal["service", "diagnosis"]


@dataclass(frozen=True, slots=True)
class ReadingSpec:
    """A measured value that a step cannot be done without; a limit of None is open.

    Limits are where a value stops being acceptable: one beyond them is kept with a note on what was found.
    """

    label: str
    unit: str
    min: Decimal | None = None
    max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One thing the technician does; `minutes` is its estimate, `outside_name` is what a customer reads.

    A customer reads it before the step, during it and after it, so it names the thing and never its progress.
    A safety step is mandatory and is never skipped. `second_person` asks another technician to verify it.
    """

    name: str
    outside_name: str
    instructions: str
    minutes: int
    mandatory: bool = True
    safety: bool = False
    needs_photo: bool = False
    reading: ReadingSpec | None = None
    second_person: bool = False


@dataclass(frozen=True, slots=True)
class PointSpec:
    """One point of an inspection, with its limits where it is measured."""

    name: str
    unit: str = ""
    min: Decimal | None = None
    max: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSpec:
    """A service as it is sold; the price is in rupees before tax.

    Parts are not included unless the description says so. The minutes are the sum of the steps' minutes. `tools` are
    types of tools, `buffer_after` minutes to clear the bay, and during `wait` (minutes from, until) nobody is needed.
    """

    code: str
    name: str
    category: Category
    description: str
    progress_text: str
    price: Decimal
    minutes: int
    skills: tuple[Skill, ...]
    bay_kind: BayKind
    vehicle_kinds: tuple[VehicleKind, ...]
    work_kind: WorkKind = "service"
    tools: tuple[str, ...] = ()
    buffer_after: int = 0
    wait: tuple[int, int] | None = None
    steps: tuple[StepSpec, ...]
    inspection_points: tuple[PointSpec, ...] = ()
