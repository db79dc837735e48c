"""What the customers of the iron box repairer own: things with a serial number in place of a plate."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class ApplianceSpec:
    """One appliance: who owns it, what it is, and when it was bought."""

    code: str
    owner: str
    make: str
    model: str
    year: int
    serial_number: str
    bought: date


APPLIANCES: Final = (
    ApplianceSpec(
        "selvi-iron",
        "selvi-arumugam",
        "Havells",
        "Steam iron 1600 W",
        2023,
        "HV-SI16-2310884",
        date(2023, 11, 4),
    ),
    ApplianceSpec(
        "rajan-press", "rajan-laundry", "Bajaj", "Dry iron 1000 W", 2021, "BJ-DX7-2104417", date(2021, 5, 19)
    ),
    ApplianceSpec(
        "rajan-steam",
        "rajan-laundry",
        "Philips",
        "Steam generator 2400 W",
        2024,
        "PH-PSG-2402096",
        date(2024, 3, 2),
    ),
    ApplianceSpec(
        "kanaga-steam",
        "kanagavalli",
        "Usha",
        "Steam iron 1800 W",
        2022,
        "US-ST18-2207315",
        date(2022, 8, 13),
    ),
    ApplianceSpec(
        "lodge-press",
        "murugesan-lodge",
        "Bajaj",
        "Heavy dry iron 1500 W",
        2020,
        "BJ-HD15-2009642",
        date(2020, 10, 27),
    ),
)
