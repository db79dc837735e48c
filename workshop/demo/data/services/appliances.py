"""Services of irons, which have a serial number where a vehicle has a plate."""

from decimal import Decimal

from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

MEGOHM = ReadingSpec("Insulation at 500 V", "MΩ", Decimal("1"))
EARTH = ReadingSpec("Earth to sole plate", "Ω", max=Decimal("0.5"))

UNPLUG = StepSpec(
    "Unplug and note the serial number",
    "Serial number of the iron",
    "Pull the plug, let the sole plate cool below 40 °C, compare the serial number on the heel with the card.",
    5,
    safety=True,
)
PROVE_SAFE = StepSpec(
    "Prove it safe",
    "Safety measurement",
    "Insulation between the plug's live pins and the sole plate at 500 V for five seconds, cord moved meanwhile.",
    6,
    safety=True,
    reading=MEGOHM,
)

SAFETY_CHECK = ServiceSpec(
    code="iron-box-safety-check",
    name="Iron box safety check",
    category="appliances",
    description="Cord, plug, earth, insulation and thermostat of an iron box measured and written down, with a label.",
    progress_text="Iron is being checked",
    price=Decimal("180"),
    minutes=30,
    skills=("appliances",),
    bay_kind="bench",
    vehicle_kinds=("equipment",),
    work_kind="diagnosis",
    steps=(
        UNPLUG,
        StepSpec(
            "Measure the earth",
            "Earth measurement",
            "From the earth pin of the plug to bare metal of the sole plate, cord bent along its length.",
            7,
            safety=True,
            reading=EARTH,
        ),
        PROVE_SAFE,
        StepSpec(
            "Watch the thermostat",
            "Check of the thermostat",
            "Thermometer under the sole plate, dial at cotton: note where it switches off the third time.",
            12,
            reading=ReadingSpec("Switches off at", "°C", Decimal("170"), Decimal("230")),
        ),
    ),
    inspection_points=(
        PointSpec("Cord and cord guard"),
        PointSpec("Plug and its fuse"),
        PointSpec("Handle and housing"),
        PointSpec("Sole plate"),
    ),
)

ELEMENT = ServiceSpec(
    code="iron-box-element-replacement",
    name="Iron box heating element",
    category="appliances",
    description="A new heating element or sole plate for a dry iron, with mica and seals. The part is charged apart.",
    progress_text="Heating element is being replaced",
    price=Decimal("340"),
    minutes=55,
    skills=("appliances",),
    bay_kind="bench",
    vehicle_kinds=("equipment",),
    steps=(
        UNPLUG,
        StepSpec(
            "Open the housing",
            "Look inside the iron",
            "Photograph the wiring, take off the heel cover and the handle, keep the screws in order on the tray.",
            10,
            needs_photo=True,
        ),
        StepSpec(
            "Fit the element",
            "New heating element",
            "Clean the seat, lay new mica, torque the element evenly and renew every crimp that has turned brown.",
            22,
            reading=ReadingSpec("Element cold", "Ω", Decimal("25"), Decimal("120")),
        ),
        PROVE_SAFE,
        StepSpec(
            "Heat up twice",
            "Test at full heat",
            "Through two cycles at full heat on the stand; no smell, no click apart from the thermostat's.",
            12,
        ),
    ),
)

DESCALING = ServiceSpec(
    code="steam-iron-descaling",
    name="Steam iron descaling",
    category="appliances",
    description="Tank, valve and steam holes of a steam iron freed of scale and rinsed, and a new seal at the filler.",
    progress_text="Steam iron is being descaled",
    price=Decimal("260"),
    minutes=50,
    skills=("appliances",),
    bay_kind="bench",
    vehicle_kinds=("equipment",),
    wait=(10, 30),
    steps=(
        UNPLUG,
        StepSpec(
            "Soak tank and sole plate",
            "Descaling bath",
            "Citric acid at 5 % and 50 °C, sole plate down on the grid, tank filled; goggles and gloves on.",
            25,
            safety=True,
        ),
        StepSpec(
            "Rinse and renew the seal",
            "Rinse and new seal",
            "Rinse three times until the water reads neutral, blow out the holes, fit the seal with silicone grease.",
            9,
            reading=ReadingSpec("Acidity of the rinse", "pH", Decimal("6.5"), Decimal("8")),
        ),
        PROVE_SAFE,
        StepSpec(
            "Steam for a minute",
            "Test with steam",
            "A minute at full steam over a white cloth: every hole blows and nothing stains.",
            5,
        ),
    ),
)

APPLIANCES = (SAFETY_CHECK, ELEMENT, DESCALING)
