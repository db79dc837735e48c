"""Services of the cooling circuits and of the air conditioning."""

from decimal import Decimal

from workshop.demo.data.services.shared import lift_vehicle, record_codes
from workshop.demo.data.services.spec import PointSpec, ReadingSpec, ServiceSpec, StepSpec

BATTERY_COOLANT = ServiceSpec(
    code="battery-coolant-service",
    name="Coolant service",
    category="cooling",
    description=(
        "New low-conductivity coolant for battery and power electronics, bled under vacuum. Coolant included."
    ),
    progress_text="Coolant is being renewed",
    price=Decimal("3870"),
    minutes=105,
    skills=("ev_battery", "general"),
    bay_kind="general",
    vehicle_kinds=("ev", "hybrid"),
    steps=(
        StepSpec(
            "Measure the old coolant",
            "Test of the old coolant",
            "On the cold system, test frost protection and conductivity, and look for oil, rust and sludge.",
            10,
            reading=ReadingSpec("Conductivity", "µS/cm", Decimal("0"), Decimal("5000")),
        ),
        lift_vehicle(5),
        StepSpec(
            "Drain",
            "Old coolant out",
            "Open the lowest hose of each circuit over the tray. Never open the cap above 40 °C.",
            20,
            safety=True,
        ),
        StepSpec(
            "Renew clamps and check hoses",
            "Check of hoses and clamps",
            "Fit new clamps where the circuit was opened. Press hoses at both ends: soft, swollen or "
            "cracked means renew.",
            10,
        ),
        StepSpec(
            "Vacuum test",
            "Tightness test",
            "Pull the system down and close the valve: it must hold for 5 minutes.",
            12,
            reading=ReadingSpec("Vacuum held", "kPa", Decimal("60"), Decimal("95")),
        ),
        StepSpec(
            "Fill under vacuum",
            "New coolant in",
            "Fill only the coolant the maker names, premixed with deionised water. Mixing colours can clog "
            "the plates.",
            18,
            reading=ReadingSpec("Coolant filled", "l", Decimal("2"), Decimal("18")),
        ),
        StepSpec(
            "Bleed with the pumps",
            "Air out of the circuit",
            "Run the bleeding routine on the tester until the return runs without bubbles, and top up to "
            "the mark.",
            20,
        ),
        record_codes(5),
        StepSpec(
            "Check for leaks",
            "Check for leaks",
            "With the system warm, look at every opened joint from below with a lamp, and clean off spilt "
            "coolant.",
            5,
            needs_photo=True,
        ),
    ),
)

COOLANT_PUMP = ServiceSpec(
    code="coolant-pump-replacement",
    name="Coolant pump replacement",
    category="cooling",
    description="Replaces the electric pump of the battery circuit and bleeds the system. Pump not included.",
    progress_text="Coolant pump is being replaced",
    price=Decimal("4360"),
    minutes=140,
    skills=("ev_battery", "electrical", "general"),
    bay_kind="general",
    vehicle_kinds=("ev", "hybrid"),
    steps=(
        StepSpec(
            "Prove the pump is at fault",
            "Proof of the pump's fault",
            "Command the pump at 30, 60 and 90 % and compare speed and current. Check plug and fuse before "
            "condemning it.",
            15,
            reading=ReadingSpec("Pump current at 90 %", "A", Decimal("0"), Decimal("20")),
        ),
        StepSpec(
            "Disconnect 12 V",
            "Vehicle off and safe",
            "Switch off, wait for sleep, disconnect the 12 V battery and guard the cable against touching.",
            8,
            safety=True,
        ),
        lift_vehicle(5),
        StepSpec(
            "Drain the circuit",
            "Coolant out",
            "Clamp the hoses at the pump and catch what is between them in a clean tray; below 40 °C only.",
            17,
            safety=True,
        ),
        StepSpec(
            "Replace the pump",
            "New pump in",
            "Swap bracket and rubber mounts over, fit the new pump in flow direction with new seals and "
            "clamps, and seat the plug until it clicks.",
            40,
            needs_photo=True,
        ),
        StepSpec(
            "Fill under vacuum",
            "Coolant in",
            "Hold the vacuum for 5 minutes first, then fill with fresh premixed coolant of the maker's kind.",
            20,
            reading=ReadingSpec("Coolant filled", "l", Decimal("1"), Decimal("18")),
        ),
        StepSpec(
            "Bleed and measure flow",
            "Bleeding and trial of the circuit",
            "Run the bleeding routine, then compare inlet and outlet temperature of the pack under load.",
            25,
            reading=ReadingSpec("Difference across the pack", "°C", Decimal("0"), Decimal("6")),
        ),
        record_codes(10),
    ),
)

AC_SERVICE = ServiceSpec(
    code="ac-service",
    name="Air conditioning service",
    category="cooling",
    description=(
        "Refrigerant drawn off, weighed, dried and refilled with the right oil, leak test and evaporator "
        "cleaning."
    ),
    progress_text="Air conditioning is being serviced",
    price=Decimal("2640"),
    minutes=90,
    skills=("aircon",),
    bay_kind="general",
    vehicle_kinds=("car", "ev", "hybrid"),
    tools=("refrigerant station",),
    steps=(
        StepSpec(
            "Measure vent temperature",
            "Cooling before the work",
            "Fan at full, recirculation on, doors shut: read the middle vent and the outside air after 5 "
            "minutes.",
            10,
            reading=ReadingSpec("Vent temperature before", "°C", Decimal("0"), Decimal("45")),
        ),
        StepSpec(
            "Identify the refrigerant",
            "Refrigerant test",
            "Put the analyser on before the station. Electric compressors need non-conducting oil: use the "
            "station marked for them.",
            8,
            safety=True,
        ),
        StepSpec(
            "Recover and weigh",
            "Old refrigerant out",
            "Recover completely and compare the weight with the plate. More than 15 % missing means a leak "
            "to be found first.",
            22,
            reading=ReadingSpec("Refrigerant recovered", "g", Decimal("0"), Decimal("1500")),
        ),
        StepSpec(
            "Vacuum and leak test",
            "Tightness test",
            "Evacuate for 20 minutes and watch the gauge for another 5 with the pump off.",
            25,
            reading=ReadingSpec("Pressure rise in 5 minutes", "mbar", Decimal("0"), Decimal("20")),
        ),
        StepSpec(
            "Fill by weight",
            "New refrigerant in",
            "Fill oil and refrigerant by the weight on the plate, never by pressure.",
            10,
            reading=ReadingSpec("Refrigerant filled", "g", Decimal("300"), Decimal("1500")),
        ),
        StepSpec(
            "Clean the evaporator",
            "Disinfection of the evaporator",
            "Foam through the drain or the filter housing, let it act, then run the fan dry.",
            10,
            mandatory=False,
        ),
        StepSpec(
            "Measure again",
            "Cooling after the work",
            "Same conditions as before; in Chennai's heat the vent should fall below 10 °C.",
            5,
            reading=ReadingSpec("Vent temperature after", "°C", Decimal("0"), Decimal("10")),
        ),
    ),
    inspection_points=(
        PointSpec("Vent temperature", "°C", Decimal("0"), Decimal("10")),
        PointSpec("Condenser fins"),
        PointSpec("Compressor and hoses"),
        PointSpec("Service valves and caps"),
        PointSpec("Condensate drain"),
        PointSpec("Cabin filter"),
    ),
)

COOLING = (BATTERY_COOLANT, COOLANT_PUMP, AC_SERVICE)
