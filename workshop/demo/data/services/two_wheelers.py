"""Services of scooters and motorcycles."""

from decimal import Decimal

from workshop.demo.data.services.shared import record_codes
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

SCOOTER_SERVICE = ServiceSpec(
    code="electric-scooter-service",
    name="Electric scooter service",
    category="general",
    description=(
        "Half-yearly service of an electric scooter: brakes, belt, tyres, battery read-out and a safety ride."
    ),
    progress_text="Scooter is being serviced",
    price=Decimal("890"),
    minutes=70,
    skills=("two_wheeler",),
    bay_kind="quick",
    vehicle_kinds=("motorcycle",),
    steps=(
        StepSpec(
            "Read battery and codes",
            "Reading of battery and codes",
            "Save codes, state of health and charge cycles over the dashboard or tester.",
            8,
            reading=ReadingSpec("State of health", "%", Decimal("70"), Decimal("100")),
        ),
        StepSpec(
            "Switch off and lock out",
            "Scooter off",
            "Main switch off and battery breaker out before the wheel is turned by hand: the motor must not "
            "wake up.",
            4,
            safety=True,
        ),
        StepSpec(
            "Check the brakes",
            "Check of the brakes",
            "Measure the pads front and rear, free the pins, check fluid level and lever travel.",
            14,
            safety=True,
            reading=ReadingSpec("Thinnest pad", "mm", Decimal("1.5"), Decimal("8")),
        ),
        StepSpec(
            "Set belt or chain",
            "Drive belt adjustment",
            "Look for cracks and missing teeth, set tension with the gauge, align by the marks and torque "
            "the axle nut.",
            12,
            safety=True,
            reading=ReadingSpec("Axle nut torque", "Nm", Decimal("40"), Decimal("120")),
        ),
        StepSpec(
            "Check tyres and steering",
            "Check of tyres and steering",
            "Tread, cracks and pressure; steering head and swing arm free of play.",
            10,
            reading=ReadingSpec("Front pressure", "psi", Decimal("18"), Decimal("36")),
        ),
        StepSpec(
            "Check lamps and charging",
            "Check of lamps and charging",
            "All lamps, horn, side-stand switch; start a charge and watch the current rise.",
            8,
        ),
        record_codes(4),
        StepSpec(
            "Safety ride",
            "Test ride",
            "Helmet on. Two stops from 40 km/h with each brake alone and one with both, straight and "
            "without judder.",
            10,
            safety=True,
        ),
    ),
    inspection_points=(
        PointSpec("Front pads", "mm", Decimal("1.5"), Decimal("8")),
        PointSpec("Rear pads", "mm", Decimal("1.5"), Decimal("8")),
        PointSpec("Lowest tread", "mm", Decimal("1"), Decimal("6")),
        PointSpec("Drive belt or chain"),
        PointSpec("Steering head bearing"),
        PointSpec("Lamps, horn and stand switch"),
    ),
)

MOTORCYCLE_SERVICE = ServiceSpec(
    code="motorcycle-service",
    name="Motorcycle service",
    category="general",
    description="Oil, filter, chain, brakes and controls of a petrol motorcycle. Oil and filter included.",
    progress_text="Motorcycle is being serviced",
    price=Decimal("1640"),
    minutes=85,
    skills=("two_wheeler",),
    bay_kind="quick",
    vehicle_kinds=("motorcycle",),
    steps=(
        StepSpec(
            "Strap on the bench",
            "Motorcycle onto the bench",
            "Front wheel in the clamp, two straps to the yokes, stand up, ignition off.",
            6,
            safety=True,
        ),
        StepSpec(
            "Change oil and filter",
            "New oil and filter",
            "Drain warm, clean the strainer, new washers, torque the plug and check the level upright after "
            "a run.",
            22,
            reading=ReadingSpec("Oil filled", "l", Decimal("0.6"), Decimal("4.0")),
        ),
        StepSpec(
            "Clean and set the chain",
            "Care of the chain",
            "Clean with paraffin, measure the slack at its tightest point, align by the marks and torque "
            "the axle nut.",
            18,
            safety=True,
            reading=ReadingSpec("Chain slack", "mm", Decimal("20"), Decimal("40")),
        ),
        StepSpec(
            "Check the brakes",
            "Check of the brakes",
            "Pads, discs, fluid and lever travel, front and rear.",
            12,
            safety=True,
            reading=ReadingSpec("Thinnest pad", "mm", Decimal("1.5"), Decimal("8")),
        ),
        StepSpec(
            "Set cables and controls",
            "Adjustment of cables and controls",
            "Clutch play at the lever 2 to 3 mm, throttle closes by itself at both steering stops.",
            10,
        ),
        StepSpec(
            "Check tyres and lamps",
            "Check of tyres and lamps",
            "Tread and pressure; lamps, horn and brake light switch at lever and pedal.",
            7,
            reading=ReadingSpec("Front pressure", "psi", Decimal("18"), Decimal("40")),
        ),
        StepSpec(
            "Safety ride",
            "Test ride",
            "Helmet on. Each brake alone, every gear, and a look for oil after 3 km.",
            10,
            safety=True,
        ),
    ),
)

TWO_WHEELERS = (SCOOTER_SERVICE, MOTORCYCLE_SERVICE)
