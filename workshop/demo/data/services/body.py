"""Services of paint, doors and glass."""

from decimal import Decimal

from workshop.demo.data.services.spec import ReadingSpec, ServiceSpec, StepSpec

BUMPER_SCRATCH = ServiceSpec(
    code="bumper-scratch-repair",
    name="Bumper scratch repair",
    category="body",
    description="Scratches up to the size of a hand filled, painted in the vehicle's colour and blended in.",
    progress_text="Bumper is being repaired",
    price=Decimal("5450"),
    minutes=210,
    skills=("body",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    buffer_after=15,
    wait=(155, 190),
    steps=(
        StepSpec(
            "Wash and judge",
            "Wash, and a look at the damage",
            "Degrease and photograph in daylight. A crack, a torn clip or a radar behind the spot changes "
            "the job: ask first.",
            15,
            needs_photo=True,
        ),
        StepSpec(
            "Match the colour",
            "Paint match",
            "Read the code, spray a test card and compare at three angles before touching the bumper.",
            20,
        ),
        StepSpec(
            "Mask and sand",
            "Preparation of the surface",
            "Cover sensors and lamps, sand from 240 to 800 with the extractor on, feather the edge two "
            "fingers wide.",
            35,
        ),
        StepSpec(
            "Fill and prime",
            "Filler and primer",
            "Plastic primer, thin filler, sand flush, then primer filler and a guide coat. Mask with "
            "supplied air on.",
            40,
            safety=True,
        ),
        StepSpec(
            "Paint and clear",
            "Colour and clear coat",
            "Two thin base coats blended outwards and two of clear. Respirator and extraction on.",
            45,
            safety=True,
            reading=ReadingSpec("Air temperature", "°C", Decimal("18"), Decimal("35")),
        ),
        StepSpec(
            "Cure",
            "Hardening of the paint",
            "Infrared lamp at 70 cm. Cover the battery tray vents, and keep traction battery parts below 60 "
            "°C.",
            35,
            safety=True,
        ),
        StepSpec(
            "Polish and compare",
            "Polish and check",
            "Polish the edge of the blend, check in daylight and photograph from where the first picture "
            "was taken.",
            20,
            needs_photo=True,
            second_person=True,
        ),
    ),
)

DOOR_CARE = ServiceSpec(
    code="door-latch-service",
    name="Door and latch service",
    category="body",
    description=(
        "For doors that squeak, hang or lock badly: hinges, latches and seals cleaned, set and greased."
    ),
    progress_text="Doors and latches are being looked after",
    price=Decimal("760"),
    minutes=45,
    skills=("body",),
    bay_kind="quick",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    steps=(
        StepSpec(
            "Check gaps and locking",
            "Check of the doors",
            "Compare gaps left and right, lift each door at its edge, and lock with key, button and handle.",
            8,
        ),
        StepSpec(
            "Clean and grease hinges",
            "Care of the hinges",
            "Wash out old grease, spray hinge pins and check straps with the maker's grease and wipe off "
            "what runs.",
            12,
        ),
        StepSpec(
            "Set the strikers",
            "Latch adjustment",
            "Mark the striker before loosening it, move it by a millimetre at a time and torque it.",
            12,
            safety=True,
        ),
        StepSpec(
            "Care for the seals",
            "Care of the rubber seals",
            "Wash, dry and coat with silicone stick; clear the drain holes in the sill of each door.",
            8,
        ),
        StepSpec(
            "Try every lock",
            "Lock trial",
            "Child locks, double locking and the inner emergency release on each door.",
            5,
            safety=True,
        ),
    ),
)

BODY = (BUMPER_SCRATCH, DOOR_CARE)
