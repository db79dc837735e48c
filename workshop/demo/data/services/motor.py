"""Services of motor, drive and recuperation."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle, road_test
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

MOUNT_INSPECTION = ServiceSpec(
    code="motor-mount-inspection",
    name="Motor mount inspection",
    category="motor",
    description=(
        "Finds out whether a knock or a shudder comes from the motor mounts, and which of them to replace."
    ),
    progress_text="Motor mounts are being inspected",
    price=Decimal("1480"),
    minutes=75,
    skills=("motor",),
    bay_kind="general",
    vehicle_kinds=("ev", "hybrid"),
    work_kind="diagnosis",
    steps=(
        road_test(15, "when it knocks: pulling away, lifting off, or over bumps"),
        lift_vehicle(5),
        StepSpec(
            "Remove the undertray",
            "Underbody cover off",
            "Undo the undertray clips and screws, keep them in order, and look at its inside for rubber "
            "dust and oil.",
            10,
        ),
        StepSpec(
            "Inspect the mounts",
            "Inspection of the mounts",
            "Look at each mount for cracked or separated rubber, leaked fluid and metal that touches. "
            "Photograph every mount with its position.",
            15,
            needs_photo=True,
        ),
        StepSpec(
            "Measure the play",
            "Measurement of the motor's movement",
            "Lower the vehicle, chock the wheels and set a dial gauge against the motor housing. A second "
            "person holds the brake and gives short drive and reverse torque; nobody stands before or "
            "behind.",
            15,
            safety=True,
            reading=ReadingSpec("Motor travel under torque", "mm", Decimal("0"), Decimal("12")),
        ),
        StepSpec(
            "Check bolts and bushes",
            "Check of bolts and joints",
            "Check each mount bolt against its torque, and subframe bushes and drive shaft joints for play.",
            10,
        ),
        StepSpec(
            "Refit and write up",
            "Written result",
            "Refit the undertray with all fasteners. Write down which mount is worn, the measured travel, "
            "and what may wait.",
            5,
        ),
    ),
    inspection_points=(
        PointSpec("Front mount"),
        PointSpec("Rear torque mount", "mm", Decimal("0"), Decimal("12")),
        PointSpec("Left mount"),
        PointSpec("Right mount"),
        PointSpec("Subframe bushes"),
        PointSpec("Drive shafts and boots"),
    ),
)

REDUCTION_GEAR_OIL = ServiceSpec(
    code="reduction-gear-oil",
    name="Reduction gear oil change",
    category="motor",
    description=(
        "New oil for the single-speed gearbox, with a look at the old oil and the drain magnet. Oil included."
    ),
    progress_text="Gearbox oil is being changed",
    price=Decimal("3240"),
    minutes=70,
    skills=("motor",),
    bay_kind="general",
    vehicle_kinds=("ev",),
    steps=(
        StepSpec(
            "Warm up",
            "Gearbox warm-up",
            "Drive 4 km, so that the oil runs out freely. Listen for whine on drive and on overrun.",
            10,
        ),
        lift_vehicle(5),
        StepSpec(
            "Open the filler first",
            "Opening of the filler",
            "Loosen the filler plug before the drain plug: a stuck filler on an empty gearbox keeps the "
            "vehicle here.",
            5,
        ),
        StepSpec(
            "Drain and inspect",
            "Old oil out, and a look at it",
            "Drain for 10 minutes into a clean tray. Photograph the oil and the magnet; flakes larger than "
            "1 mm are a finding.",
            20,
            needs_photo=True,
        ),
        StepSpec(
            "Fill and torque",
            "New oil in",
            "Fit new washers, torque the drain plug, fill with the maker's oil until it runs from the "
            "filler, then torque the filler.",
            15,
            safety=True,
            reading=ReadingSpec("Oil filled", "l", Decimal("0.5"), Decimal("4.0")),
        ),
        road_test(10, "whine, and drips at the plugs afterwards"),
        StepSpec(
            "Dispose of the oil",
            "Old oil to recycling",
            "Weigh the old oil into the hazardous waste register and wipe the lift area dry.",
            5,
            mandatory=False,
        ),
    ),
)

REGEN_CALIBRATION = ServiceSpec(
    code="regen-calibration",
    name="Regenerative braking calibration",
    category="motor",
    description=(
        "Teaches pedal, brake booster and motor where they meet, after a brake job or a software update."
    ),
    progress_text="Regenerative braking is being adjusted",
    price=Decimal("1980"),
    minutes=60,
    skills=("motor", "brakes"),
    bay_kind="ev",
    vehicle_kinds=("ev", "hybrid"),
    steps=(
        StepSpec(
            "Check the conditions",
            "Check of the conditions for the adjustment",
            "State of charge 40 to 80 %, no brake codes, tyre pressures equal side to side, 12 V above 12.4 "
            "V with a charger connected.",
            10,
            reading=ReadingSpec("State of charge", "%", Decimal("40"), Decimal("80")),
        ),
        StepSpec(
            "Calibrate the pedal",
            "Brake pedal adjustment",
            "Run the pedal travel routine on the tester with three slow and full applications, feet off "
            "between them.",
            12,
        ),
        StepSpec(
            "Calibrate the brake pressure sensor",
            "Zero point of the brake pressure sensor",
            "With the pedal free, run the zero-point routine and compare front and rear circuit.",
            8,
            reading=ReadingSpec("Pressure at rest", "bar", Decimal("-1"), Decimal("1")),
        ),
        StepSpec(
            "Learn the blending",
            "Hand-over between motor and brakes",
            "On the closed lane, ten stops from 50 km/h at even pedal force until the routine reports "
            "complete. A second person keeps the lane clear.",
            20,
            safety=True,
            second_person=True,
        ),
        StepSpec(
            "Prove the friction brakes",
            "Proof of the brakes on their own",
            "Select neutral at 20 km/h and stop on the friction brakes alone: straight, and without a "
            "warning lamp.",
            10,
            safety=True,
        ),
    ),
)

MOTOR = (MOUNT_INSPECTION, REDUCTION_GEAR_OIL, REGEN_CALIBRATION)
