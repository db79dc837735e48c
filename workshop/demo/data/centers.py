"""The two centres of the demo: Anna Nagar, where the day happens, and a small rival that must stay apart."""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Final

from workshop.demo.data.services import SERVICES
from workshop.demo.data.services.spec import BayKind


@dataclass(frozen=True, slots=True)
class BaySpec:
    """A bay; its place in the list is its position."""

    name: str
    kind: BayKind
    equipment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpeningSpec:
    """One open span of a weekday (0 is Monday) in the centre's own time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterSpec:
    """A service centre; `services` are the codes it sells."""

    code: str
    name: str
    address: str
    city: str
    district: str
    postcode: str
    latitude: Decimal
    longitude: Decimal
    phone: str
    email: str
    time_zone: str
    currency: str
    opening: tuple[OpeningSpec, ...]
    bays: tuple[BaySpec, ...]
    services: tuple[str, ...]


ANNA_NAGAR: Final = CenterSpec(
    code="ANNA",
    name="Pitlane Anna Nagar",
    address="112 Second Avenue, Anna Nagar",
    city="Chennai",
    district="Chennai",
    postcode="600040",
    latitude=Decimal("13.085000"),
    longitude=Decimal("80.210100"),
    phone="+914455500101",
    email="annanagar@pitlane.example",
    time_zone="Asia/Kolkata",
    currency="INR",
    opening=(
        *(OpeningSpec(weekday, time(8, 30), time(19, 0)) for weekday in range(5)),
        OpeningSpec(5, time(8, 30), time(18, 30)),
    ),
    bays=(
        BaySpec(
            "Bay 1",
            "ev",
            ("Two-post lift 4 t", "Battery lift table", "High-voltage tool set", "11 kW charger"),
        ),
        BaySpec("Bay 2", "general", ("Two-post lift 4 t", "Brake bleeder", "Brake tester")),
        BaySpec(
            "Bay 3",
            "ev",
            ("Two-post lift 4 t", "High-voltage tool set", "60 kW DC charger", "Thermal camera"),
        ),
        BaySpec(
            "Bay 4", "general", ("Two-post lift 3.5 t", "Coolant vacuum filler", "Air conditioning station")
        ),
        BaySpec("Bay 5", "quick", ("Scissor lift 3 t", "Motorcycle bench", "Headlamp tester", "12 V tester")),
        BaySpec("Bay 6", "tyres", ("Four-post lift 5 t", "Wheel aligner", "Tyre changer", "Wheel balancer")),
    ),
    services=tuple(service.code for service in SERVICES),
)

RIVAL: Final = CenterSpec(
    code="VELA",
    name="Coastline EV Care Velachery",
    address="5 Taramani Link Road, Velachery",
    city="Chennai",
    district="Chennai",
    postcode="600042",
    latitude=Decimal("12.975500"),
    longitude=Decimal("80.220700"),
    phone="+914455500201",
    email="hello@coastline.example",
    time_zone="Asia/Kolkata",
    currency="INR",
    opening=tuple(OpeningSpec(weekday, time(9, 0), time(18, 30)) for weekday in range(6)),
    bays=(
        BaySpec("Bay A", "ev", ("Two-post lift 4 t", "High-voltage tool set")),
        BaySpec("Bay B", "general", ("Two-post lift 3.5 t", "Brake bleeder")),
    ),
    services=("battery-health-check", "software-update", "brake-fluid-change", "suspension-noise-diagnosis"),
)

CENTERS: Final = (ANNA_NAGAR, RIVAL)
CENTER_BY_CODE: Final = {center.code: center for center in CENTERS}
