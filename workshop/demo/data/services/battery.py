"""Services of the traction battery."""

from decimal import Decimal

from workshop.demo.data.services.shared import (
    isolate_high_voltage,
    record_codes,
    restore_high_voltage,
    road_test,
)
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

HEALTH_CHECK = ServiceSpec(
    code="battery-health-check",
    name="Battery health check",
    category="battery",
    description=(
        "State of health, isolation, temperatures and cell balance of the traction battery, with a report."
    ),
    progress_text="Battery is being checked",
    price=Decimal("2360"),
    minutes=85,
    skills=("hv_safety", "ev_battery"),
    bay_kind="ev",
    vehicle_kinds=("ev",),
    steps=(
        StepSpec(
            "Read state of health",
            "Battery health",
            "Connect the diagnostic tester, save all codes, and read state of health, cycle count and the "
            "highest and lowest cell voltage at rest.",
            12,
            reading=ReadingSpec("State of health", "%", Decimal("70"), Decimal("100")),
        ),
        StepSpec(
            "Inspect casing",
            "Inspection of the battery casing",
            "Look over tray, seals, vent valve and cable glands from below for dents, scrapes and white "
            "corrosion. A dent deeper than 5 mm is a finding.",
            10,
            needs_photo=True,
        ),
        isolate_high_voltage(15),
        StepSpec(
            "Measure isolation resistance",
            "Isolation resistance measurement",
            "With zero volts proved, measure each pole to chassis at the maker's test voltage and divide by "
            "the working voltage. Record the lower pole; it must be above 500 Ω per volt.",
            18,
            safety=True,
            reading=ReadingSpec("Isolation resistance", "Ω/V", min=Decimal("500")),
        ),
        StepSpec(
            "Thermal scan",
            "Battery temperature scan",
            "Restore high voltage, load the pack with heater and cabin cooling for 5 minutes, then scan "
            "tray and busbar covers with the camera. A spot 8 °C above its neighbours is a finding.",
            10,
            needs_photo=True,
            reading=ReadingSpec("Hottest spot above the mean", "°C", Decimal("0"), Decimal("8")),
        ),
        StepSpec(
            "Balance check",
            "Comparison of the battery cells",
            "Log every cell voltage at rest and under load. A spread above 50 mV at rest calls for "
            "balancing.",
            15,
            reading=ReadingSpec("Cell spread at rest", "mV", Decimal("0"), Decimal("50")),
        ),
        record_codes(5),
    ),
    inspection_points=(
        PointSpec("State of health", "%", Decimal("70"), Decimal("100")),
        PointSpec("Cell spread at rest", "mV", Decimal("0"), Decimal("50")),
        PointSpec("Isolation resistance", "Ω/V", min=Decimal("500")),
        PointSpec("Casing, seals and vent valve"),
        PointSpec("High-voltage cables and glands"),
        PointSpec("Underbody shield"),
        PointSpec("Coolant pipes at the pack"),
    ),
)

CELL_BALANCING = ServiceSpec(
    code="cell-balancing",
    name="Battery cell balancing",
    category="battery",
    description=(
        "Brings drifted cells back to one voltage with a slow controlled charge, to win back lost range."
    ),
    progress_text="Battery cells are being balanced",
    price=Decimal("4890"),
    minutes=165,
    skills=("hv_safety", "ev_battery"),
    bay_kind="ev",
    vehicle_kinds=("ev",),
    steps=(
        StepSpec(
            "Log cell voltages",
            "Record of the cell voltages",
            "Let the pack rest for 10 minutes with the contactors open, then log every cell. Stop and "
            "report when one cell is below the maker's lower limit.",
            15,
            reading=ReadingSpec("Cell spread before", "mV", Decimal("0"), Decimal("500")),
        ),
        StepSpec(
            "Check pack temperature",
            "Battery temperature check",
            "Read all pack sensors; balance only between 15 and 40 °C. Cool the pack first when it came in "
            "hot.",
            10,
            safety=True,
            reading=ReadingSpec("Pack temperature", "°C", Decimal("15"), Decimal("40")),
        ),
        StepSpec(
            "Start the balancing charge",
            "Start of the balancing charge",
            "Connect the AC charger at its lowest current, start the balancing routine on the tester and "
            "check that the bleed resistors switch on.",
            15,
        ),
        StepSpec(
            "Watch the charge",
            "Balancing charge",
            "Read spread and temperature every 20 minutes and note them. Stop at once above 45 °C.",
            90,
            safety=True,
        ),
        StepSpec(
            "Compare with the start",
            "Comparison with the start",
            "Rest for 10 minutes, log every cell again and attach both logs. Above 20 mV the routine is "
            "repeated once.",
            20,
            reading=ReadingSpec("Cell spread after", "mV", Decimal("0"), Decimal("20")),
        ),
        road_test(15, "range shown before and after, and any drop in power"),
    ),
)

ISOLATION_TEST = ServiceSpec(
    code="hv-isolation-test",
    name="High-voltage isolation test",
    category="battery",
    description=(
        "Measures the insulation of battery, inverter and cables to the body, with a certificate of the "
        "figures."
    ),
    progress_text="High-voltage insulation is being tested",
    price=Decimal("1770"),
    minutes=55,
    skills=("hv_safety",),
    bay_kind="ev",
    vehicle_kinds=("ev", "hybrid"),
    steps=(
        StepSpec(
            "Read isolation codes",
            "Warnings in the memory",
            "Save codes with their freeze frames and note in which state (driving, charging, rain) each was "
            "set.",
            8,
        ),
        isolate_high_voltage(15),
        StepSpec(
            "Test the battery side",
            "Battery insulation measurement",
            "Measure positive and negative to chassis on the battery side of the disconnect and record the "
            "lower.",
            10,
            safety=True,
            reading=ReadingSpec("Battery side, lower pole", "Ω/V", min=Decimal("500")),
        ),
        StepSpec(
            "Test the vehicle side",
            "Cable and motor insulation measurement",
            "Measure both poles of the vehicle side with compressor and heater connected. When low, unplug "
            "one consumer after the other until it recovers.",
            12,
            safety=True,
            reading=ReadingSpec("Vehicle side, lower pole", "Ω/V", min=Decimal("500")),
        ),
        restore_high_voltage(10),
    ),
    inspection_points=(
        PointSpec("Battery side, positive to chassis", "Ω/V", min=Decimal("500")),
        PointSpec("Battery side, negative to chassis", "Ω/V", min=Decimal("500")),
        PointSpec("Vehicle side, positive to chassis", "Ω/V", min=Decimal("500")),
        PointSpec("Vehicle side, negative to chassis", "Ω/V", min=Decimal("500")),
        PointSpec("Potential equalisation of housings", "Ω", max=Decimal("0.1")),
    ),
)

RANGE_LOSS = ServiceSpec(
    code="range-loss-diagnosis",
    name="Range loss diagnosis",
    category="battery",
    description="Finds out why the range has dropped: battery, brakes, tyres, consumers or driving.",
    progress_text="The cause of the lost range is being looked for",
    price=Decimal("2990"),
    minutes=120,
    skills=("ev_battery", "brakes"),
    bay_kind="ev",
    vehicle_kinds=("ev",),
    work_kind="diagnosis",
    steps=(
        StepSpec(
            "Talk through the trips",
            "Look at your trips",
            "Read the trip log with the customer's dates: speed, temperature, air conditioning, load and "
            "charging habit. Note the consumption before and after the change.",
            15,
            reading=ReadingSpec("Mean consumption", "Wh/km", Decimal("15"), Decimal("400")),
        ),
        StepSpec(
            "Read the battery",
            "Reading of the battery data",
            "Save state of health, usable energy, cell spread and the limits the battery management asks "
            "for.",
            20,
            reading=ReadingSpec("State of health", "%", Decimal("70"), Decimal("100")),
        ),
        StepSpec(
            "Check rolling resistance",
            "Drag check of wheels and brakes",
            "Set cold tyre pressures, spin each wheel on the lift and measure disc temperature after a "
            "short drive without braking. One disc 20 °C above the others is dragging.",
            30,
        ),
        StepSpec(
            "Measure consumers at rest",
            "Standby consumption measurement",
            "Log the 12 V current and the high-voltage draw after the vehicle has gone to sleep.",
            25,
            reading=ReadingSpec("Sleep current", "mA", Decimal("0"), Decimal("50")),
        ),
        road_test(20, "consumption per kilometre at a steady 50 km/h both ways"),
        StepSpec(
            "Write up the cause",
            "Written result",
            "State the cause with the two figures that show it, and what each remedy would win back in "
            "kilometres.",
            10,
        ),
    ),
)

BATTERY = (HEALTH_CHECK, CELL_BALANCING, ISOLATION_TEST, RANGE_LOSS)
