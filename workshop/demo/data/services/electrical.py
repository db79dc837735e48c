"""Services of the 12 V side: battery, lamps, control units."""

from decimal import Decimal

from workshop.demo.data.services.shared import record_codes
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

AUXILIARY_BATTERY = ServiceSpec(
    code="12v-battery-replacement",
    name="12 V battery",
    category="electrical",
    description=(
        "New 12 V battery, registered with the vehicle, charging checked, old one recycled. Battery included."
    ),
    progress_text="12 V battery is being replaced",
    price=Decimal("5760"),
    minutes=40,
    skills=("electrical",),
    bay_kind="quick",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Test the old battery",
            "Test of the old battery",
            "Conductance test at rest, lights off for 5 minutes. Print the slip for the customer.",
            7,
            reading=ReadingSpec("Voltage at rest", "V", Decimal("8"), Decimal("13.5")),
        ),
        StepSpec(
            "Keep the settings alive",
            "Supply that keeps the settings",
            "Connect the memory supply to the fused jump point and open all doors: some locks need 12 V to "
            "open again.",
            5,
        ),
        StepSpec(
            "Change the battery",
            "New battery in",
            "Negative off first and on last. Same type (AGM, EFB or lithium) and size, vent hose plugged "
            "in, clamp tight.",
            15,
            safety=True,
        ),
        StepSpec(
            "Register and check charging",
            "Registration of the new battery",
            "Register type and capacity on the tester, then measure with the vehicle in ready.",
            8,
            reading=ReadingSpec("Charging voltage", "V", Decimal("13.2"), Decimal("15.0")),
        ),
        StepSpec(
            "Set clock and windows",
            "Clock and windows",
            "Set the clock, teach the window end stops, and check that no warning lamp stays on.",
            5,
            mandatory=False,
        ),
    ),
)

HEADLAMPS = ServiceSpec(
    code="headlamp-alignment",
    name="Headlamp alignment",
    category="electrical",
    description=(
        "Both headlamps set on the optical rig, all lamps checked, one halogen bulb a side if needed."
    ),
    progress_text="Headlamps are being aligned",
    price=Decimal("480"),
    minutes=30,
    skills=("electrical",),
    bay_kind="quick",
    vehicle_kinds=("car", "ev", "hybrid", "motorcycle", "van"),
    steps=(
        StepSpec(
            "Check all lamps",
            "Check of all lamps",
            "Walk round with every lamp on in turn, including reverse, number plate and high brake lamp.",
            6,
        ),
        StepSpec(
            "Prepare the vehicle",
            "Preparation for measuring",
            "Cold tyre pressures right, 75 kg on the driver's seat, levelling switch at zero, on the marked "
            "level floor.",
            6,
        ),
        StepSpec(
            "Align dipped beam",
            "Headlamp adjustment",
            "Set cut-off and kink on the rig, left lamp then right; the figure is printed on the lamp.",
            10,
            reading=ReadingSpec("Dip of the cut-off", "%", Decimal("0.5"), Decimal("2.5")),
        ),
        StepSpec(
            "Check main beam and levelling",
            "Check of main beam and levelling",
            "The hot spot lies on the mark, and both lamps follow the levelling switch through its range.",
            5,
        ),
        StepSpec(
            "Clean the lenses",
            "Cleaning of the lenses",
            "Wash and wipe dry. A lens too cloudy to measure is a finding.",
            3,
            mandatory=False,
        ),
    ),
)

DRAIN_DIAGNOSIS = ServiceSpec(
    code="battery-drain-diagnosis",
    name="Battery drain diagnosis",
    category="electrical",
    description=(
        "For a vehicle that is dead after a night: measures what keeps drawing current and finds the circuit."
    ),
    progress_text="The hidden current draw is being looked for",
    price=Decimal("1840"),
    minutes=105,
    skills=("electrical",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid", "motorcycle"),
    work_kind="diagnosis",
    steps=(
        StepSpec(
            "Test battery and charging",
            "Check of battery and charging",
            "A weak battery looks like a drain: conductance test, then charging voltage, before anything "
            "else.",
            15,
            reading=ReadingSpec("Charging voltage", "V", Decimal("12.8"), Decimal("15.0")),
        ),
        StepSpec(
            "Let the vehicle sleep",
            "Vehicle to sleep",
            "Clamp meter on the negative cable, bonnet latch closed by hand, key out of reach, and wait for "
            "the bus to sleep.",
            30,
            reading=ReadingSpec("Sleep current", "mA", Decimal("0"), Decimal("50")),
        ),
        StepSpec(
            "Find the circuit",
            "Search for the circuit",
            "Read the voltage drop across every fuse without pulling any; a drop of a millivolt or more "
            "leads to the circuit.",
            30,
        ),
        StepSpec(
            "Find the consumer",
            "Search for the culprit",
            "Unplug the consumers of that circuit one by one. Suspect first what was fitted later: cameras, "
            "trackers, amplifiers.",
            20,
            needs_photo=True,
        ),
        record_codes(5),
        StepSpec(
            "Write up the cause",
            "Written result",
            "Name the consumer with the current before and after unplugging it.",
            5,
        ),
    ),
    inspection_points=(
        PointSpec("12 V battery at rest", "V", Decimal("12.4"), Decimal("13.5")),
        PointSpec("Charging voltage", "V", Decimal("12.8"), Decimal("15.0")),
        PointSpec("Sleep current", "mA", Decimal("0"), Decimal("50")),
        PointSpec("Accessories fitted later"),
        PointSpec("Earth points"),
    ),
)

SOFTWARE_UPDATE = ServiceSpec(
    code="software-update",
    name="Software update",
    category="electrical",
    description=(
        "Updates of battery management, charger and display, with the versions before and after on your "
        "invoice."
    ),
    progress_text="Software is being updated",
    price=Decimal("1560"),
    minutes=75,
    skills=("electrical",),
    bay_kind="ev",
    vehicle_kinds=("ev", "hybrid"),
    steps=(
        StepSpec(
            "Save versions and codes",
            "Copy of the current versions",
            "Save the version list, codes and adaptation values to the job before anything is written.",
            10,
        ),
        StepSpec(
            "Secure the supply",
            "Steady power supply",
            "Connect the 12 V supply, state of charge above 40 %, bonnet open, consumers off. A supply that "
            "fails bricks the unit.",
            8,
            safety=True,
            reading=ReadingSpec("Supply voltage", "V", Decimal("13.0"), Decimal("14.2")),
        ),
        StepSpec(
            "Write the updates",
            "Updates",
            "Write in the order of the maker's bulletin, battery management first. Hands off until each "
            "unit reports done.",
            35,
        ),
        StepSpec(
            "Restore adaptations",
            "Return of the settings",
            "Write back the saved values, pair the keys and the telephone module, and set region and units.",
            10,
        ),
        record_codes(7),
        StepSpec(
            "Trial charge",
            "Charging trial",
            "Start an AC charge and stop it from the display: the lock releases and the session is logged.",
            5,
        ),
    ),
)

ELECTRICAL = (AUXILIARY_BATTERY, HEADLAMPS, DRAIN_DIAGNOSIS, SOFTWARE_UPDATE)
