"""Small services done while the customer waits, and the look from below."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

CABIN_FILTER = ServiceSpec(
    code="cabin-filter",
    name="Cabin filter",
    category="general",
    description="New activated-carbon cabin filter, housing cleaned. Filter included.",
    progress_text="Cabin filter is being replaced",
    price=Decimal("690"),
    minutes=20,
    skills=("general",),
    bay_kind="quick",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Take out the old filter",
            "Old filter out",
            "Fan off. Empty and unhook the glove box, note the arrow on the frame, and photograph the "
            "filter.",
            6,
            needs_photo=True,
        ),
        StepSpec(
            "Clean the housing",
            "Cleaning of the filter housing",
            "Vacuum leaves and dust. Damp or mould leads to the water drain under the windscreen: report it.",
            5,
        ),
        StepSpec(
            "Fit the new filter",
            "New filter in",
            "Arrow with the air flow, all edges under the lip, glove box hooked back into its damper.",
            5,
        ),
        StepSpec(
            "Try the fan",
            "Fan trial",
            "All fan speeds and flap positions: no whistling, no rattling.",
            4,
        ),
    ),
)

WIPERS = ServiceSpec(
    code="wiper-replacement",
    name="Wiper blades",
    category="general",
    description="Front and rear wiper blades and washer jets before the rains. Blades included.",
    progress_text="Wipers are being replaced",
    price=Decimal("840"),
    minutes=20,
    skills=("general",),
    bay_kind="quick",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Put the wipers into service position",
            "Wipers up",
            "Use the service position from the menu or stalk, and lay a cloth on the glass: a bare arm "
            "cracks it.",
            3,
        ),
        StepSpec(
            "Change the blades",
            "New blades on",
            "Click each blade home and pull once. Check the length against the driver's and passenger's "
            "side.",
            7,
        ),
        StepSpec(
            "Clean glass and jets",
            "Cleaning of glass and washer jets",
            "Degrease the glass, free the jets with a needle and aim them to mid-screen. Top up the washer "
            "fluid.",
            6,
        ),
        StepSpec(
            "Wipe test",
            "Wiper trial",
            "Wet glass, all speeds, rain sensor on: no streaks, no chatter, parked flat.",
            4,
        ),
    ),
)

UNDERBODY = ServiceSpec(
    code="underbody-inspection",
    name="Underbody inspection",
    category="general",
    description=(
        "After a speed breaker, a flooded road or before a purchase: the whole underside, with photos."
    ),
    progress_text="The underside is being inspected",
    price=Decimal("980"),
    minutes=45,
    skills=("general",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        lift_vehicle(5),
        StepSpec(
            "Look over shields and trays",
            "Inspection of covers and trays",
            "Missing fasteners, scrapes and bulges. Photograph from the front corner to the rear, eight "
            "pictures.",
            12,
            needs_photo=True,
        ),
        StepSpec(
            "Check battery case and cables",
            "Inspection of battery case and cables",
            "Measure dents with the depth gauge. Never touch a damaged orange cable: set the vehicle apart "
            "and call the lead.",
            13,
            safety=True,
            reading=ReadingSpec("Deepest dent", "mm", Decimal("0"), Decimal("5")),
        ),
        StepSpec(
            "Check for water",
            "Check for water",
            "Silt above the tray line, water in lamps, sill drains and connectors; smell the carpet at the "
            "lowest point.",
            10,
        ),
        StepSpec(
            "Write up",
            "Written result",
            "Mark each finding as now, soon or fine, with its photo.",
            5,
        ),
    ),
    inspection_points=(
        PointSpec("Front undertray"),
        PointSpec("Battery case or fuel tank", "mm", Decimal("0"), Decimal("5")),
        PointSpec("High-voltage cables"),
        PointSpec("Brake and coolant lines"),
        PointSpec("Sills and jacking points"),
        PointSpec("Suspension arms"),
        PointSpec("Traces of water"),
    ),
)

QUICK = (CABIN_FILTER, WIPERS, UNDERBODY)
