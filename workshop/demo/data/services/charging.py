"""Services of charging: port, charger on board, and cable."""

from decimal import Decimal

from workshop.demo.data.services.shared import isolate_high_voltage, record_codes, restore_high_voltage
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

PORT_REPAIR = ServiceSpec(
    code="charging-port-repair",
    name="Charging port repair",
    category="charging",
    description=(
        "Replaces burnt pins, a broken lock or the whole inlet, and proves it with a charge. Inlet not "
        "included."
    ),
    progress_text="Charging port is being repaired",
    price=Decimal("6490"),
    minutes=130,
    skills=("hv_safety", "electrical"),
    bay_kind="ev",
    vehicle_kinds=("ev",),
    steps=(
        isolate_high_voltage(15),
        StepSpec(
            "Remove charging port",
            "Old charging port out",
            "Remove flap and trim, unplug the lock motor and temperature sensors, then the inlet. Cap the "
            "open cables at once.",
            20,
            needs_photo=True,
        ),
        StepSpec(
            "Inspect the wiring",
            "Inspection of the cables behind the port",
            "Follow the cables 50 cm inwards: hardened insulation, discoloured lugs or moisture mean a new "
            "harness, not a new inlet.",
            20,
            needs_photo=True,
        ),
        StepSpec(
            "Fit the new port",
            "New charging port in",
            "Fit the inlet with a new seal, torque the lugs to the maker's figure and mark them, then plug "
            "sensors and lock.",
            35,
            safety=True,
            reading=ReadingSpec("Lug torque", "Nm", Decimal("8"), Decimal("26")),
            second_person=True,
        ),
        restore_high_voltage(10),
        StepSpec(
            "Test AC and DC charging",
            "Charging test",
            "Charge 10 minutes on AC and 10 on DC. Watch lock, lamp and pin temperature; a rise above 50 °C "
            "stops the test.",
            30,
            reading=ReadingSpec("Pin temperature at the end", "°C", Decimal("15"), Decimal("50")),
        ),
    ),
)

CHARGER_DIAGNOSIS = ServiceSpec(
    code="onboard-charger-diagnosis",
    name="Onboard charger diagnosis",
    category="charging",
    description=(
        "For a vehicle that charges slowly, stops half way or not at all: supply, cable, port, charger, "
        "battery."
    ),
    progress_text="The charging fault is being looked for",
    price=Decimal("2290"),
    minutes=95,
    skills=("hv_safety", "electrical"),
    bay_kind="ev",
    vehicle_kinds=("ev",),
    work_kind="diagnosis",
    steps=(
        StepSpec(
            "Read the charging history",
            "Look at your last charges",
            "Save codes and the charge log: where, how long, which power, and what ended each session.",
            15,
        ),
        StepSpec(
            "Prove the supply and the cable",
            "Check of supply and cable",
            "Charge from our own wall box with our own cable first, then with the customer's. Note which "
            "one fails.",
            20,
        ),
        StepSpec(
            "Check pilot and proximity",
            "Charging signal measurement",
            "Measure control pilot levels and duty cycle at the inlet with the breakout box, and the "
            "proximity resistor of the cable.",
            15,
            reading=ReadingSpec("Pilot voltage in state C", "V", Decimal("5.5"), Decimal("6.5")),
        ),
        StepSpec(
            "Measure the charger's output",
            "Measurement of the charger on board",
            "At 16 A, compare AC power in with DC power out on the tester. An efficiency below 88 % or one "
            "missing phase points to the charger.",
            25,
            reading=ReadingSpec("Charger efficiency", "%", Decimal("88"), Decimal("100")),
        ),
        StepSpec(
            "Check the charger's cooling",
            "Cooling check of the charger",
            "Pump commanded on, flow felt and heard, inlet and outlet temperature compared after 10 minutes "
            "of charging.",
            10,
        ),
        record_codes(5),
        StepSpec(
            "Write up the cause",
            "Written result",
            "Name the part at fault with the figure that proves it, and what still charges meanwhile (AC, "
            "DC or neither).",
            5,
        ),
    ),
    inspection_points=(
        PointSpec("Charging cable and plugs"),
        PointSpec("Inlet pins and seal"),
        PointSpec("Inlet lock"),
        PointSpec("Control pilot in state C", "V", Decimal("5.5"), Decimal("6.5")),
        PointSpec("Charger efficiency", "%", Decimal("88"), Decimal("100")),
        PointSpec("Charger cooling"),
    ),
)

CABLE_INSPECTION = ServiceSpec(
    code="charging-cable-inspection",
    name="Charging cable inspection",
    category="charging",
    description=(
        "Safety test of the portable charger or cable: insulation, earth, contacts and fault-current switch."
    ),
    progress_text="Charging cable is being tested",
    price=Decimal("690"),
    minutes=35,
    skills=("electrical",),
    bay_kind="quick",
    vehicle_kinds=("ev", "hybrid", "motorcycle"),
    steps=(
        StepSpec(
            "Look over cable and plugs",
            "Inspection of the cable",
            "Run the whole length through the hand: cuts, crushed spots, loose strain relief, browned or "
            "loose pins.",
            8,
            needs_photo=True,
        ),
        StepSpec(
            "Measure earth continuity",
            "Earth connection measurement",
            "Measure earth pin to earth pin with 200 mA while bending the cable at both ends.",
            7,
            safety=True,
            reading=ReadingSpec("Earth resistance", "Ω", Decimal("0"), Decimal("0.3")),
        ),
        StepSpec(
            "Measure insulation",
            "Insulation measurement",
            "Away from the vehicle, apply 500 V for one minute between earth and the live pins joined "
            "together; 250 V where the control box has surge protection.",
            7,
            safety=True,
            reading=ReadingSpec("Insulation", "MΩ", min=Decimal("1")),
        ),
        StepSpec(
            "Trip the fault-current switch",
            "Safety switch test",
            "Trip it with 30 mA at 0° and 180° and note the slower time.",
            8,
            safety=True,
            reading=ReadingSpec("Trip time", "ms", Decimal("0"), Decimal("300")),
        ),
        StepSpec(
            "Label the cable",
            "Result on the cable",
            "Fix the dated test label next to the control box. A failed cable is tagged red and not given "
            "back without a word.",
            5,
        ),
    ),
    inspection_points=(
        PointSpec("Sheath and strain relief"),
        PointSpec("Vehicle plug pins"),
        PointSpec("Supply plug pins"),
        PointSpec("Earth resistance", "Ω", Decimal("0"), Decimal("0.3")),
        PointSpec("Insulation", "MΩ", min=Decimal("1")),
        PointSpec("Trip time at 30 mA", "ms", Decimal("0"), Decimal("300")),
    ),
)

CHARGING = (PORT_REPAIR, CHARGER_DIAGNOSIS, CABLE_INSPECTION)
