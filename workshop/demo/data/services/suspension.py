"""Services of springs, dampers and joints."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle, road_test, torque_wheel_nuts
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

NOISE_DIAGNOSIS = ServiceSpec(
    code="suspension-noise-diagnosis",
    name="Suspension noise diagnosis",
    category="suspension",
    description=(
        "For a rattle, knock or creak: driven with you if you like, found on the lift, and shown to you."
    ),
    progress_text="The noise is being traced",
    price=Decimal("1420"),
    minutes=80,
    skills=("general",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid", "van"),
    work_kind="diagnosis",
    steps=(
        StepSpec(
            "Note when it happens",
            "Your description",
            "Speed, road, turning, braking, hot or cold, loaded or not: in the customer's words, before "
            "driving.",
            5,
        ),
        road_test(20, "speed, surface and side of the noise, recorded with the clip-on microphones"),
        lift_vehicle(5),
        StepSpec(
            "Check joints and bushes",
            "Check of joints and bushes",
            "Lever each ball joint, link and bush, loaded and unloaded. Play that can be felt is measured "
            "with the dial gauge.",
            20,
            reading=ReadingSpec("Largest play", "mm", Decimal("0"), Decimal("2")),
        ),
        StepSpec(
            "Check springs, dampers and top mounts",
            "Check of springs and dampers",
            "Look for oil, broken coil ends and cracked top mounts; turn the steering with a hand on each "
            "spring.",
            15,
            needs_photo=True,
        ),
        StepSpec(
            "Check shields and exhaust",
            "Check of covers and shields",
            "Knock undertrays, heat shields and battery guard with the rubber mallet: most rattles end here.",
            8,
        ),
        StepSpec(
            "Confirm and write up",
            "Written result",
            "Silence the suspect with a clamp or tape and drive once more. Write down cause, side and what "
            "it takes.",
            7,
        ),
    ),
    inspection_points=(
        PointSpec("Ball joints", "mm", Decimal("0"), Decimal("2")),
        PointSpec("Anti-roll bar links"),
        PointSpec("Control arm bushes"),
        PointSpec("Dampers and top mounts"),
        PointSpec("Springs"),
        PointSpec("Undertray and shields"),
    ),
)

FRONT_DAMPERS = ServiceSpec(
    code="front-dampers",
    name="Front dampers, pair",
    category="suspension",
    description="Both front dampers with bump stops, alignment recommended after it. Dampers not included.",
    progress_text="Front dampers are being replaced",
    price=Decimal("3480"),
    minutes=155,
    skills=("general",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid"),
    steps=(
        lift_vehicle(5),
        StepSpec(
            "Free the struts",
            "Old dampers out",
            "Release brake hose, sensor cable and link, support the hub, and mark the camber bolts before "
            "undoing them.",
            35,
        ),
        StepSpec(
            "Change the dampers over",
            "Assembly of the new dampers",
            "Compress the spring in the wall-mounted tool with its guard shut, and never stand in line with "
            "it.",
            45,
            safety=True,
        ),
        StepSpec(
            "Fit the struts",
            "New dampers in",
            "New self-locking nuts throughout. Torque rubber bushes with the suspension at driving height, "
            "not hanging.",
            40,
            safety=True,
            second_person=True,
        ),
        torque_wheel_nuts(5),
        road_test(15, "straight running and silence over the speed breakers"),
        StepSpec(
            "Bounce and ride height",
            "Comparison of the ride height",
            "Measure hub to wing on both sides; the difference stays below 10 mm.",
            10,
            reading=ReadingSpec("Difference side to side", "mm", Decimal("0"), Decimal("10")),
        ),
    ),
)

SUSPENSION = (NOISE_DIAGNOSIS, FRONT_DAMPERS)
