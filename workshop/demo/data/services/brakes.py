"""Services of the brakes."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle, road_test, torque_wheel_nuts
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

BRAKE_FLUID = ServiceSpec(
    code="brake-fluid-change",
    name="Brake fluid change",
    category="brakes",
    description=(
        "Fresh brake fluid at all four wheels, with the boiling point measured before. Fluid included."
    ),
    progress_text="Brake fluid is being changed",
    price=Decimal("1290"),
    minutes=50,
    skills=("brakes",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Measure the boiling point",
            "Test of the old brake fluid",
            "Take a sample from the reservoir and measure the wet boiling point. Below 165 °C the change is "
            "urgent.",
            5,
            reading=ReadingSpec("Boiling point", "°C", Decimal("100"), Decimal("300")),
        ),
        lift_vehicle(5),
        StepSpec(
            "Draw off and refill the reservoir",
            "Fresh fluid in",
            "Cover the paint, draw off the old fluid and fill with the maker's grade from a sealed tin.",
            5,
        ),
        StepSpec(
            "Bleed all wheels",
            "Bleeding of the brakes",
            "With the bleeder at 2 bar and the service mode active, bleed in the maker's order until clear "
            "fluid without bubbles comes.",
            20,
            safety=True,
        ),
        StepSpec(
            "Check pedal and tightness",
            "Check of brake pedal and joints",
            "Press hard for 30 seconds: the pedal must not sink. Look at every nipple, fit its cap and wash "
            "off spilt fluid.",
            8,
            safety=True,
            second_person=True,
        ),
        StepSpec(
            "Trial stops",
            "Brake trial",
            "Three stops from 30 km/h in the yard before the vehicle leaves; straight, firm, no lamp.",
            7,
            safety=True,
        ),
    ),
)

FRONT_PADS = ServiceSpec(
    code="front-brake-pads",
    name="Front brake pads",
    category="brakes",
    description=(
        "New front pads with cleaned guides and measured discs. Pads for small and mid-size cars included."
    ),
    progress_text="Front brake pads are being replaced",
    price=Decimal("4850"),
    minutes=70,
    skills=("brakes",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid"),
    steps=(
        lift_vehicle(5),
        StepSpec(
            "Take off the wheels",
            "Front wheels off",
            "Mark the position of each wheel, take both off and look at tyre, hose and dust boots while "
            "there.",
            5,
        ),
        StepSpec(
            "Measure pads and discs",
            "Measurement of pads and discs",
            "Measure the thinnest pad and the disc at eight points. A disc below the stamped minimum is a "
            "finding, not a judgement call.",
            10,
            needs_photo=True,
            reading=ReadingSpec("Thinnest pad, old", "mm", Decimal("0"), Decimal("14")),
        ),
        StepSpec(
            "Fit the new pads",
            "New brake pads in",
            "Clean the carrier, renew the clips, grease the guide pins and push the piston back slowly with "
            "an eye on the reservoir.",
            25,
            safety=True,
            needs_photo=True,
        ),
        torque_wheel_nuts(5),
        StepSpec(
            "Pump up the pedal",
            "Pressure on the brake pedal",
            "Before moving the vehicle, pump until the pedal is hard, and check the fluid level.",
            3,
            safety=True,
        ),
        StepSpec(
            "Bed the pads in",
            "Bedding in of the new pads",
            "Ten gentle stops from 60 to 20 km/h with regeneration off, then 2 km without braking to cool "
            "them.",
            17,
        ),
    ),
    inspection_points=(
        PointSpec("Front pads, thinnest", "mm", Decimal("3"), Decimal("14")),
        PointSpec("Front discs, above minimum", "mm", min=Decimal("0")),
        PointSpec("Guide pins and boots"),
        PointSpec("Brake hoses"),
        PointSpec("Wear sensor"),
    ),
)

CALIPER_CARE = ServiceSpec(
    code="caliper-care",
    name="Brake cleaning and caliper care",
    category="brakes",
    description=(
        "For electric vehicles that hardly brake by friction: rust off, guides freed and greased on all "
        "wheels."
    ),
    progress_text="Brakes are being cleaned and freed",
    price=Decimal("1890"),
    minutes=85,
    skills=("brakes",),
    bay_kind="general",
    vehicle_kinds=("ev", "hybrid"),
    steps=(
        lift_vehicle(5),
        StepSpec(
            "Take off all wheels",
            "Wheels off",
            "Mark wheel positions and spin each hub by hand: note which brake drags.",
            10,
        ),
        StepSpec(
            "Clean carriers and guides",
            "Cleaning of the guides",
            "Brush rust off the pad guides, catch the dust with the extractor, never with compressed air.",
            25,
            safety=True,
            needs_photo=True,
        ),
        StepSpec(
            "Free and grease the pins",
            "Care of the caliper pins",
            "Pins must move by hand. Renew torn boots, use silicone grease, and keep it off disc and lining.",
            15,
        ),
        StepSpec(
            "Measure the pads",
            "Brake pad measurement",
            "Measure inner and outer pad at each wheel and record the thinnest.",
            5,
            reading=ReadingSpec("Thinnest pad", "mm", Decimal("2"), Decimal("14")),
        ),
        torque_wheel_nuts(10),
        road_test(15, "heat at the hubs by hand-held thermometer after a stretch without braking"),
    ),
)

BRAKES = (BRAKE_FLUID, FRONT_PADS, CALIPER_CARE)
