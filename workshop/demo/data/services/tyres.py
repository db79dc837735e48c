"""Services of tyres and wheels."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle, road_test, torque_wheel_nuts
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

ROTATION = ServiceSpec(
    code="tyre-rotation",
    name="Tyre rotation and balance",
    category="tyres",
    description=(
        "Wheels changed round by wear, balanced and set to pressure, with the tread of all four recorded."
    ),
    progress_text="Tyres are being rotated and balanced",
    price=Decimal("1150"),
    minutes=55,
    skills=("tyres",),
    bay_kind="tyres",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Measure the tread",
            "Tread measurement",
            "Measure inside, middle and outside of each tyre, write down the lowest and note uneven wear.",
            8,
            reading=ReadingSpec("Lowest tread", "mm", Decimal("1.6"), Decimal("10")),
        ),
        lift_vehicle(5),
        StepSpec(
            "Balance the wheels",
            "Wheel balancing",
            "Clean the rim seat, remove old weights, balance to zero and spin once more to prove it.",
            22,
            reading=ReadingSpec("Largest imbalance left", "g", Decimal("0"), Decimal("5")),
        ),
        StepSpec(
            "Refit by plan",
            "Wheels to their new places",
            "Front to rear on the same side for directional tyres, crosswise otherwise; never against the "
            "arrow.",
            10,
        ),
        torque_wheel_nuts(5),
        StepSpec(
            "Set the pressures",
            "Tyre pressures",
            "Set cold pressures from the door sticker, electric vehicles by the loaded figure, and reset "
            "the monitor.",
            5,
            reading=ReadingSpec("Front pressure", "psi", Decimal("26"), Decimal("50")),
        ),
    ),
)

ALIGNMENT = ServiceSpec(
    code="wheel-alignment",
    name="Wheel alignment",
    category="tyres",
    description=(
        "Toe and camber measured on the four-camera rig and set to the maker's figures, with a printed "
        "report."
    ),
    progress_text="Wheels are being aligned",
    price=Decimal("1390"),
    minutes=60,
    skills=("tyres",),
    bay_kind="tyres",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    tools=("wheel aligner",),
    steps=(
        StepSpec(
            "Check tyres and play",
            "Check of tyres and joints first",
            "Equal pressures and tread side to side, no play in ball joints and wheel bearings: a worn "
            "joint cannot be aligned.",
            12,
            reading=ReadingSpec("Lowest tread", "mm", Decimal("1.6"), Decimal("10")),
        ),
        StepSpec(
            "Set up the rig",
            "Measuring heads onto the wheels",
            "Drive onto the turn plates, fit the targets, lock the brake pedal and compensate for rim "
            "run-out.",
            10,
        ),
        StepSpec(
            "Measure",
            "Wheel angle measurement",
            "Bounce front and rear, sweep 20° left and right, and save the figures as found.",
            10,
            reading=ReadingSpec("Total front toe as found", "mm", Decimal("-15"), Decimal("15")),
        ),
        StepSpec(
            "Adjust",
            "Wheel angle adjustment",
            "Rear axle first, then front toe with the steering wheel locked straight. Torque the lock nuts.",
            18,
            safety=True,
            reading=ReadingSpec("Total front toe as set", "mm", Decimal("-2"), Decimal("3")),
        ),
        StepSpec(
            "Reset the steering angle sensor",
            "Reset of the steering sensor",
            "Run the zero-point routine with the wheels straight; driver assistance cameras may ask for "
            "calibration after it.",
            5,
        ),
        StepSpec(
            "Drive and confirm",
            "Test drive",
            "On a level road the vehicle keeps straight with hands light on a centred steering wheel.",
            5,
        ),
    ),
    inspection_points=(
        PointSpec("Total front toe", "mm", Decimal("-2"), Decimal("3")),
        PointSpec("Camber difference left to right", "°", Decimal("0"), Decimal("0.5")),
        PointSpec("Total rear toe", "mm", Decimal("0"), Decimal("4")),
        PointSpec("Ball joints and tie rods"),
        PointSpec("Wheel bearings"),
    ),
)

PUNCTURE = ServiceSpec(
    code="puncture-repair",
    name="Puncture repair",
    category="tyres",
    description=(
        "Tubeless tyre taken off, repaired from the inside with a plug patch, balanced and tested for leaks."
    ),
    progress_text="Tyre is being fixed",
    price=Decimal("340"),
    minutes=30,
    skills=("tyres",),
    bay_kind="tyres",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Find the leak",
            "Search for the puncture",
            "Inflate to 40 psi, go round tread, bead and valve with soap water, and mark the place.",
            6,
            needs_photo=True,
        ),
        StepSpec(
            "Judge the damage",
            "Look at the damage",
            "Only holes up to 6 mm in the middle of the tread are repaired. Shoulder, side wall or a tyre "
            "driven flat: replace.",
            4,
            safety=True,
        ),
        StepSpec(
            "Patch from inside",
            "Tyre patch",
            "Take the tyre off the rim, ream the channel, buff, cement, pull the plug patch through and "
            "roll it down from the centre.",
            10,
        ),
        StepSpec(
            "Balance and test",
            "Balancing and test of the tyre",
            "Seat the bead, set the pressure, soap the patch and the valve once more and balance the wheel.",
            5,
            reading=ReadingSpec("Pressure set", "psi", Decimal("22"), Decimal("50")),
        ),
        torque_wheel_nuts(5),
    ),
)

REPLACEMENT_PAIR = ServiceSpec(
    code="tyre-replacement-pair",
    name="Two tyres replaced",
    category="tyres",
    description="Two new tyres fitted, balanced and registered, the old ones recycled. Tyres not included.",
    progress_text="New tyres are being fitted",
    price=Decimal("980"),
    minutes=65,
    skills=("tyres",),
    bay_kind="tyres",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Check the new tyres",
            "Check of the new tyres",
            "Size, load and speed index against the registration, both of one production date, and rolling "
            "noise grade for electric vehicles.",
            7,
        ),
        lift_vehicle(5),
        StepSpec(
            "Take off the old tyres",
            "Old tyres off",
            "Break the bead away from the pressure sensor, and look at the rim for cracks and bends.",
            13,
        ),
        StepSpec(
            "Fit with new valves",
            "New tyres on",
            "New valve or sensor seal, paste on the beads, arrow in running direction, seat at no more than "
            "3.3 bar in the cage.",
            15,
            safety=True,
        ),
        StepSpec(
            "Balance",
            "Balancing of the new tyres",
            "Match light point to valve, then balance to zero.",
            10,
            reading=ReadingSpec("Largest imbalance left", "g", Decimal("0"), Decimal("5")),
        ),
        torque_wheel_nuts(5),
        road_test(10, "vibration at 60 and at 80 km/h"),
    ),
)

TYRES = (ROTATION, ALIGNMENT, PUNCTURE, REPLACEMENT_PAIR)
