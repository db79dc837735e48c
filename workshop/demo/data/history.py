"""What was done at earlier visits, over two years, to the vehicles that come today and to a few more."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class PastVisitSpec:
    """One earlier visit, days before today, Sundays or not; `cost` in rupees, `next_due` in days after it."""

    vehicle: str
    days_ago: int
    mileage: int
    services: tuple[str, ...]
    cost: Decimal
    description: str
    next_due: int | None = None


def _past(
    vehicle: str,
    days_ago: int,
    mileage: int,
    services: str,
    cost: str,
    description: str,
    next_due: int | None = None,
) -> PastVisitSpec:
    codes = tuple(services.split())
    return PastVisitSpec(vehicle, days_ago, mileage, codes, Decimal(cost), description, next_due)


HISTORY: Final[tuple[PastVisitSpec, ...]] = (
    _past("maria-nexon", 702, 13_480, "software-update", "1490", "Battery management and display updated."),
    _past(
        "maria-nexon",
        548,
        19_260,
        "annual-service-ev cabin-filter",
        "5610",
        "State of health 96 %. Filter replaced.",
        365,
    ),
    _past(
        "maria-nexon", 371, 28_040, "wheel-alignment tyre-rotation", "2390", "Toe set after a kerb strike."
    ),
    _past(
        "maria-nexon",
        183,
        35_150,
        "annual-service-ev",
        "5090",
        "State of health 93 %. Front pads at 4 mm.",
        365,
    ),
    _past(
        "maria-ather", 210, 6_320, "electric-scooter-service", "850", "Belt set, brake pads half worn.", 180
    ),
    _past(
        "venkat-swift", 690, 57_900, "annual-service-petrol", "5880", "Oil, filters, all fluids checked.", 365
    ),
    _past(
        "venkat-swift", 452, 65_210, "12v-battery-replacement", "5480", "Battery failed the test at 9.8 V."
    ),
    _past(
        "venkat-swift",
        318,
        69_840,
        "annual-service-petrol wiper-replacement",
        "6990",
        "Wipers before the rains.",
        365,
    ),
    _past("venkat-swift", 96, 75_600, "puncture-repair", "320", "Nail in the rear right tyre."),
    _past("nisha-zs", 655, 20_350, "annual-service-ev", "4960", "All points fine.", 365),
    _past(
        "nisha-zs", 401, 31_720, "brake-fluid-change caliper-care", "3060", "Rear guides were rusty, freed."
    ),
    _past(
        "nisha-zs", 287, 38_110, "annual-service-ev", "5090", "Flap of the charging port stiff, greased.", 365
    ),
    _past(
        "nisha-zs",
        44,
        51_080,
        "onboard-charger-diagnosis",
        "2290",
        "Charger fine; port pins worn, repair advised.",
    ),
    _past("ramesh-nexon", 715, 35_480, "annual-service-ev", "4880", "State of health 92 %.", 365),
    _past(
        "ramesh-nexon",
        512,
        45_020,
        "tyre-replacement-pair wheel-alignment",
        "15870",
        "Two front tyres supplied.",
    ),
    _past(
        "ramesh-nexon",
        349,
        52_760,
        "annual-service-ev brake-fluid-change",
        "6320",
        "State of health 89 %.",
        365,
    ),
    _past(
        "ramesh-nexon", 121, 62_330, "front-dampers", "11240", "Left damper leaked; pair supplied and fitted."
    ),
    _past("rohan-xc40", 580, 24_610, "annual-service-ev", "5090", "Tyres at 5 mm.", 365),
    _past(
        "rohan-xc40",
        214,
        41_290,
        "annual-service-ev ac-service",
        "7730",
        "Refrigerant 60 g low, no leak found.",
        365,
    ),
    _past(
        "rohan-xc40", 9, 49_520, "range-loss-diagnosis", "2990", "Cell spread of 84 mV; balancing advised."
    ),
    _past("gautam-creta", 633, 78_220, "annual-service-petrol", "5760", "Drive belt renewed.", 365),
    _past("gautam-creta", 402, 85_410, "front-brake-pads brake-fluid-change", "5890", "Pads at 2 mm."),
    _past(
        "gautam-creta",
        266,
        90_130,
        "annual-service-petrol",
        "6120",
        "Slight seepage at the sump, watch it.",
        365,
    ),
    _past("hari-kona", 607, 49_880, "annual-service-ev", "4960", "State of health 91 %.", 365),
    _past("hari-kona", 338, 60_740, "battery-coolant-service", "3720", "Low-conductivity coolant renewed."),
    _past(
        "hari-kona",
        236,
        64_350,
        "annual-service-ev regen-calibration",
        "7050",
        "Pedal travel learnt again.",
        365,
    ),
    _past("lydia-atto", 493, 19_400, "annual-service-ev", "4990", "All points fine.", 365),
    _past("lydia-atto", 128, 38_950, "annual-service-ev", "5240", "Undertray clip missing, replaced.", 365),
    _past("elango-classic", 540, 11_900, "motorcycle-service", "1520", "Chain set, oil changed.", 180),
    _past("elango-classic", 355, 17_640, "motorcycle-service", "1580", "Rear brake shoes half worn.", 180),
    _past(
        "elango-classic",
        163,
        22_870,
        "motorcycle-service headlamp-alignment",
        "2090",
        "Headlamp bulb replaced.",
        180,
    ),
)
