"""Regular services, and the inspection before a new vehicle is handed over."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle, record_codes, road_test, torque_wheel_nuts
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

WEAR_POINTS = (
    PointSpec("Front pads, thinnest", "mm", Decimal("3"), Decimal("14")),
    PointSpec("Rear pads, thinnest", "mm", Decimal("2"), Decimal("14")),
    PointSpec("Lowest tread", "mm", Decimal("1.6"), Decimal("10")),
    PointSpec("12 V battery at rest", "V", Decimal("12.4"), Decimal("13.5")),
    PointSpec("Brake fluid boiling point", "°C", min=Decimal("165")),
    PointSpec("Steering joints and dust boots"),
    PointSpec("Dampers and springs"),
    PointSpec("Lamps and horn"),
    PointSpec("Seat belts"),
    PointSpec("Wipers and washers"),
)

ANNUAL_EV = ServiceSpec(
    code="annual-service-ev",
    name="Annual service, electric",
    category="general",
    description=(
        "The yearly service of an electric car by the maker's plan, with battery read-out and cabin filter."
    ),
    progress_text="Annual service is under way",
    price=Decimal("5240"),
    minutes=150,
    skills=("general", "brakes"),
    bay_kind="general",
    vehicle_kinds=("ev",),
    steps=(
        StepSpec(
            "Read codes and service counter",
            "Reading of the vehicle's own checks",
            "Save codes, software versions, state of health and mileage before the first door is opened "
            "wide.",
            12,
            reading=ReadingSpec("State of health", "%", Decimal("70"), Decimal("100")),
        ),
        StepSpec(
            "Check lamps, belts and wipers",
            "Check of lamps, belts and wipers",
            "Every lamp, both belt locks in each row, horn, washers, and the emergency call if fitted.",
            13,
        ),
        StepSpec(
            "Change the cabin filter",
            "New cabin filter",
            "Note the arrow, vacuum the housing, and fit the new filter with the air flow.",
            10,
            needs_photo=True,
        ),
        lift_vehicle(5),
        StepSpec(
            "Inspect the battery tray and cables",
            "Inspection of the battery's underside",
            "Tray, shield, orange cables, coolant hoses and breather: no scrape, no chafing, no green "
            "traces.",
            20,
            needs_photo=True,
        ),
        StepSpec(
            "Inspect brakes and tyres",
            "Measurement of brakes and tyres",
            "Wheels off. Measure pads, discs and tread, free the guides where they stick.",
            30,
            reading=ReadingSpec("Lowest tread", "mm", Decimal("1.6"), Decimal("10")),
        ),
        StepSpec(
            "Check coolant and brake fluid",
            "Check of the fluids",
            "Level, frost protection and boiling point; top up only with the maker's kind, and note how "
            "much.",
            15,
            reading=ReadingSpec("Brake fluid boiling point", "°C", Decimal("165"), Decimal("300")),
        ),
        torque_wheel_nuts(10),
        StepSpec(
            "Check doors, charging flap and locks",
            "Grease for doors and charging flap",
            "Grease hinges and check straps, try flap and plug lock, and clear the drain holes.",
            10,
            mandatory=False,
        ),
        road_test(15),
        StepSpec(
            "Reset the service counter",
            "Date of the next service",
            "Set the next date and mileage, stamp the service record, and hang the oil-free service tag.",
            10,
        ),
    ),
    inspection_points=(
        *WEAR_POINTS,
        PointSpec("Battery tray and shield"),
        PointSpec("Charging port and flap"),
    ),
)

ANNUAL_PETROL = ServiceSpec(
    code="annual-service-petrol",
    name="Annual service, petrol and hybrid",
    category="general",
    description=(
        "Oil, oil filter, air filter and the yearly checks of a petrol or hybrid car. Oil and filters "
        "included."
    ),
    progress_text="Annual service is under way",
    price=Decimal("6380"),
    minutes=165,
    skills=("general", "brakes"),
    bay_kind="general",
    vehicle_kinds=("car", "hybrid"),
    steps=(
        StepSpec(
            "Read codes and service counter",
            "Reading of the vehicle's own checks",
            "Save codes, readiness and mileage, and note the customer's remarks on the card.",
            10,
        ),
        StepSpec(
            "Check lamps, belts and wipers",
            "Check of lamps, belts and wipers",
            "Every lamp, both belt locks in each row, horn and washers.",
            15,
        ),
        StepSpec(
            "Inspect the engine bay",
            "Inspection of the engine bay",
            "Drive belt, hoses, leaks and engine mounts. On a hybrid the engine can start by itself: key "
            "out of range.",
            15,
            safety=True,
        ),
        lift_vehicle(5),
        StepSpec(
            "Change oil and oil filter",
            "New engine oil and filter",
            "Drain warm for 10 minutes, new washer and filter, torque the plug, fill by the book and check "
            "the level after a run.",
            30,
            reading=ReadingSpec("Oil filled", "l", Decimal("0.8"), Decimal("8.0")),
        ),
        StepSpec(
            "Inspect brakes and tyres",
            "Measurement of brakes and tyres",
            "Wheels off. Measure pads, discs and tread, and look at hoses and handbrake cable.",
            30,
            reading=ReadingSpec("Lowest tread", "mm", Decimal("1.6"), Decimal("10")),
        ),
        torque_wheel_nuts(10),
        StepSpec(
            "Change the air filter",
            "New air filter",
            "Clean the housing before the old filter comes out, so that no dust falls into the intake.",
            10,
        ),
        StepSpec(
            "Check the fluids",
            "Check of the fluids",
            "Coolant by density, brake fluid by boiling point, washer fluid full.",
            10,
            reading=ReadingSpec("Brake fluid boiling point", "°C", Decimal("165"), Decimal("300")),
        ),
        road_test(20),
        StepSpec(
            "Reset the service counter",
            "Date of the next service",
            "Set the next date and mileage, stamp the record, and look once more for oil under the car.",
            10,
        ),
    ),
    inspection_points=(
        *WEAR_POINTS,
        PointSpec("Drive belt"),
        PointSpec("Engine oil leaks"),
        PointSpec("Exhaust"),
    ),
)

PRE_DELIVERY = ServiceSpec(
    code="pre-delivery-inspection",
    name="Pre-delivery inspection",
    category="general",
    description=(
        "Everything a new or used car needs before its owner sees it: transport mode off, checked, washed, "
        "charged."
    ),
    progress_text="Vehicle is being prepared for hand-over",
    price=Decimal("2750"),
    minutes=110,
    skills=("general",),
    bay_kind="quick",
    vehicle_kinds=("car", "ev", "hybrid"),
    steps=(
        StepSpec(
            "Compare the papers",
            "Comparison of the papers",
            "VIN on plate, glass and papers, motor number, key count, charging cable, tool kit and "
            "first-aid kit.",
            10,
            needs_photo=True,
        ),
        StepSpec(
            "Walk round the paint",
            "Check of paint and glass",
            "In daylight, panel by panel; photograph each mark with a coin beside it before the film comes "
            "off.",
            20,
            needs_photo=True,
        ),
        StepSpec(
            "End transport mode",
            "End of the transport mode",
            "Fit the transport fuse, leave transport mode on the tester, set clock, region and language.",
            15,
        ),
        StepSpec(
            "Check 12 V battery and charge",
            "Check of the batteries",
            "Conductance test on 12 V; traction battery to 80 % or tank to a quarter, as agreed.",
            15,
            reading=ReadingSpec("12 V at rest", "V", Decimal("12.4"), Decimal("13.5")),
        ),
        StepSpec(
            "Set tyre pressures and torque",
            "Tyre adjustment",
            "Cars travel on 50 psi: set to the sticker, reset the monitor and torque every wheel nut.",
            15,
            safety=True,
            reading=ReadingSpec("Front pressure", "psi", Decimal("26"), Decimal("50")),
        ),
        road_test(15, "brakes, straight running, assistance systems and every button"),
        record_codes(10),
        StepSpec(
            "Final look",
            "Last look before hand-over",
            "Wash, remove films and covers, and have a second person sign the list with fresh eyes.",
            10,
            second_person=True,
        ),
    ),
    inspection_points=(
        PointSpec("Paint, glass and trim"),
        PointSpec("12 V battery at rest", "V", Decimal("12.4"), Decimal("13.5")),
        PointSpec("Tyre pressures"),
        PointSpec("Fluids"),
        PointSpec("Lamps and horn"),
        PointSpec("Keys, cable and papers"),
        PointSpec("Stored codes"),
    ),
)

ANNUAL = (ANNUAL_EV, ANNUAL_PETROL, PRE_DELIVERY)
