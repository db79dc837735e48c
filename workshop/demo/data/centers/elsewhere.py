"""The other centres of the network: cars in Madurai, electric ones in Coimbatore, motorcycles, iron boxes."""

from datetime import time
from decimal import Decimal
from typing import Final

from workshop.demo.data.centers.spec import BaySpec, CenterSpec, OpeningSpec, ToolSpec, six_days

MADURAI: Final = CenterSpec(
    code="MADU",
    name="Vaigai Car Care Madurai",
    address="23 West Veli Street, Madurai",
    city="Madurai",
    district="Madurai",
    postcode="625001",
    latitude=Decimal("9.917200"),
    longitude=Decimal("78.112600"),
    phone="+914525550101",
    email="hello@madu.example",
    time_zone="Asia/Kolkata",
    currency="INR",
    opening=six_days(time(9, 0), time(19, 0)),
    bays=(
        BaySpec("Lift 1", "general", ("Two-post lift 4 t", "Brake bleeder")),
        BaySpec("Lift 2", "general", ("Two-post lift 3.5 t", "Air conditioning station")),
        BaySpec("Alignment", "tyres", ("Four-post lift 5 t", "Wheel aligner", "Tyre changer")),
        BaySpec("Express", "quick", ("Scissor lift 3 t", "12 V tester")),
    ),
    services=(
        "brake-fluid-change",
        "front-brake-pads",
        "wheel-alignment",
        "tyre-rotation",
        "ac-service",
        "suspension-noise-diagnosis",
        "cabin-filter",
    ),
    areas=({"district": "Madurai"}, {"district": "Theni"}, {"city": "Dindigul"}),
    tools=(ToolSpec("Aligner", "wheel aligner"), ToolSpec("R-134a station", "refrigerant station")),
)

COIMBATORE: Final = CenterSpec(
    code="KOVA",
    name="Siruvani EV Works Coimbatore",
    address="88 Trichy Road, Coimbatore",
    city="Coimbatore",
    district="Coimbatore",
    postcode="641001",
    latitude=Decimal("10.994800"),
    longitude=Decimal("76.966900"),
    phone="+914225550101",
    email="hello@kova.example",
    time_zone="Asia/Kolkata",
    currency="INR",
    opening=(*six_days(time(8, 0), time(13, 0)), *six_days(time(14, 0), time(19, 0))),
    bays=(
        BaySpec("Cell 1", "ev", ("Two-post lift 4 t", "Battery lift table", "High-voltage tool set")),
        BaySpec("Cell 2", "ev", ("Two-post lift 4 t", "High-voltage tool set", "60 kW DC charger")),
        BaySpec("Cell 3", "general", ("Two-post lift 3.5 t", "Brake bleeder")),
    ),
    services=(
        "battery-health-check",
        "software-update",
        "brake-fluid-change",
        "suspension-noise-diagnosis",
    ),
    areas=({"district": "Coimbatore"}, {"district": "Tiruppur"}, {"district": "Nilgiris"}),
)

TIRUCHIRAPPALLI: Final = CenterSpec(
    code="TRIC",
    name="Rockfort Motorcycles Tiruchirappalli",
    address="17 Salai Road, Tiruchirappalli",
    city="Tiruchirappalli",
    district="Tiruchirappalli",
    postcode="620001",
    latitude=Decimal("10.812500"),
    longitude=Decimal("78.687900"),
    phone="+914315550101",
    email="hello@tric.example",
    time_zone="Asia/Kolkata",
    currency="INR",
    opening=six_days(time(8, 30), time(20, 0)),
    bays=(
        BaySpec("Bench 1", "quick", ("Motorcycle bench", "12 V tester")),
        BaySpec("Bench 2", "quick", ("Motorcycle bench", "Headlamp tester")),
    ),
    services=("electric-scooter-service", "motorcycle-service"),
    areas=({"district": "Tiruchirappalli"}, {"city": "Thanjavur"}, {"district": "Karur"}),
)

SALEM: Final = CenterSpec(
    code="SALM",
    name="Shevaroy Iron Box Repair Salem",
    address="6 Cherry Road",
    city="Salem",
    district="Salem",
    postcode="636001",
    latitude=Decimal("11.659300"),
    longitude=Decimal("78.152200"),
    phone="+914275550101",
    email="hello@salm.example",
    time_zone="Asia/Kolkata",
    currency="INR",
    opening=(*six_days(time(9, 30), time(18, 0)), OpeningSpec(6, time(10, 0), time(13, 0))),
    bays=(
        BaySpec("Bench A", "bench", ("Insulation tester 500 V", "Thermometer for sole plates")),
        BaySpec("Bench B", "bench", ("Insulation tester 500 V", "Descaling bath")),
    ),
    services=("iron-box-safety-check", "iron-box-element-replacement", "steam-iron-descaling"),
    areas=({"district": "Salem"}, {"district": "Namakkal"}, {"district": "Dharmapuri"}),
    rules={"offers_collection": True, "collection_window": 120},
)

ELSEWHERE: Final = (MADURAI, COIMBATORE, TIRUCHIRAPPALLI, SALEM)
