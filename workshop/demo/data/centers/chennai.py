"""The two centres of the demo's day: Anna Nagar, where it happens, and a small rival that must stay apart."""

from datetime import time
from decimal import Decimal
from typing import Final

from workshop.demo.data.centers.spec import BaySpec, CenterSpec, OpeningSpec, ToolSpec, six_days
from workshop.demo.data.services import SERVICES

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
    areas=({"city": "Chennai"}, {"postcode": "600053"}, {"postcode": "600095"}),
    tools=(
        ToolSpec("Four-camera aligner", "wheel aligner"),
        ToolSpec("R-1234yf station", "refrigerant station"),
        ToolSpec("R-134a station", "refrigerant station"),
    ),
    loaners=("Tiago EV, TN 09 LN 0001",),
    rules={
        "load_limit": 90,
        "late_cancel_fee": Decimal("250"),
        "offers_collection": True,
        "collection_window": 60,
        "offer_hold": 30,
    },
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
    opening=six_days(time(9, 0), time(18, 30)),
    bays=(
        BaySpec("Bay A", "ev", ("Two-post lift 4 t", "High-voltage tool set")),
        BaySpec("Bay B", "general", ("Two-post lift 3.5 t", "Brake bleeder")),
    ),
    services=("battery-health-check", "software-update", "brake-fluid-change", "suspension-noise-diagnosis"),
    areas=({"postcode": "600096"}, {"postcode": "600100"}, {"postcode": "600119"}),
)
