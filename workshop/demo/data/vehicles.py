"""The vehicles that the demo's customers own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from workshop.demo.data.cars import MODEL_BY_CODE
from workshop.demo.data.cars.spec import ModelSpec
from workshop.demo.data.plates import plates
from workshop.vehicles import vin


@dataclass(frozen=True, slots=True)
class VehicleSpec:
    """One vehicle: who owns it, what it is, and how far it has come. State of health is in percent."""

    code: str
    owner: str
    model_code: str
    year: int
    plate: str
    serial: int
    bought: date
    mileage: int
    state_of_health: Decimal | None

    @property
    def model(self) -> ModelSpec:
        """Return the model with its battery and charging figures."""
        return MODEL_BY_CODE[self.model_code]

    @property
    def vin(self) -> str:
        """Return the vehicle identification number, with its check digit."""
        return vin.build(self.model.wmi, self.model.vds, self.year, self.model.plant, self.serial)

    @property
    def warranty_until(self) -> date:
        """Return the day on which the maker's warranty of the vehicle ends."""
        return self.bought.replace(year=self.bought.year + self.model.warranty_years)


# Code, owner, model, model year, plate ("" for one made up), serial, day bought, kilometres, state of health.
_ROWS: Final[tuple[tuple[str, str, str, int, str, int, str, int, int | None], ...]] = (
    ("maria-nexon", "maria-joseph", "nexon-ev", 2023, "TN 09 BX 4471", 214471, "2023-03-14", 41220, 91),
    ("venkat-swift", "venkat-raman", "swift", 2019, "TN 01 AA 2210", 302210, "2019-08-26", 78340, None),
    ("nisha-zs", "nisha-patel", "zs-ev", 2022, "KA 05 MJ 8830", 18830, "2022-11-08", 52610, 94),
    ("ramesh-nexon", "ramesh-iyer", "nexon-ev", 2021, "TN 22 CZ 1187", 141187, "2021-10-15", 67950, 86),
    ("sameer-ev6", "sameer-khan", "ev6", 2023, "TN 10 AF 5521", 65521, "2023-02-20", 38470, 96),
    ("lydia-atto", "lydia-fernandes", "atto-3", 2023, "TN 45 BB 7719", 77719, "2023-06-02", 46180, 95),
    ("anitha-xuv", "anitha-devi", "xuv400", 2023, "PY 01 CK 0925", 20925, "2023-05-11", 44735, 93),
    ("kavitha-comet", "kavitha-menon", "comet-ev", 2023, "TN 07 DP 6402", 36402, "2023-09-29", 21940, 97),
    ("gautam-creta", "gautam-das", "creta", 2018, "TN 18 R 3302", 423302, "2018-04-17", 96480, None),
    ("prakash-nexon", "prakash-reddy", "nexon-ev-lr", 2024, "", 268114, "2024-02-09", 33870, 97),
    ("hari-kona", "hari-krishnan", "kona-electric", 2021, "", 31526, "2021-07-23", 71260, 88),
    ("thomas-ioniq", "thomas-varghese", "ioniq-5", 2023, "", 51907, "2023-08-18", 35590, 97),
    ("ananya-ix1", "ananya-sharma", "ix1", 2024, "", 40713, "2024-01-25", 24310, 98),
    ("rohan-xc40", "rohan-mehta", "xc40-recharge", 2022, "", 60448, "2022-12-19", 49830, 92),
    ("pavithra-ather", "pavithra-selvam", "ather-450x", 2023, "", 92035, "2023-04-06", 18260, 93),
    ("senthil-tiago", "senthil-murugan", "tiago-ev", 2023, "", 150266, "2023-03-30", 57420, 92),
    ("ibrahim-tiago", "ibrahim-rowther", "tiago-ev", 2024, "", 188905, "2024-05-17", 29140, 96),
    ("keerthana-ola", "keerthana-baskar", "ola-s1-pro", 2024, "", 84521, "2024-01-12", 14730, 95),
    ("george-swift", "george-thomas", "swift", 2021, "", 377640, "2021-02-04", 54915, None),
    ("radha-hyryder", "radha-krishnamurthy", "hyryder-hybrid", 2023, "", 13358, "2023-01-19", 47260, None),
    ("elango-classic", "elango-durai", "classic-350", 2022, "", 221764, "2022-09-02", 26380, None),
    ("fathima-nexon", "fathima-nasreen", "nexon-ev-lr", 2024, "", 271930, "2024-06-21", 27650, 97),
    ("bala-ather", "bala-subramani", "ather-450x", 2022, "", 71188, "2022-08-11", 25490, 90),
    ("chitra-zs", "chitra-ranganathan", "zs-ev", 2023, "", 24017, "2023-10-06", 31980, 96),
    ("maria-ather", "maria-joseph", "ather-450x", 2024, "", 103672, "2024-03-22", 9870, 96),
    ("deepak-nexon", "deepak-arora", "nexon-ev", 2022, "", 187733, "2022-05-20", 58320, 89),
    ("sneha-kona", "sneha-kulkarni", "kona-electric", 2022, "", 33809, "2022-03-11", 63240, 90),
)


def _vehicles() -> Iterator[VehicleSpec]:
    made_up = iter(plates(len(_ROWS), apart_from=frozenset(row[4] for row in _ROWS)))
    for code, owner, model, year, plate, serial, bought, mileage, health in _ROWS:
        yield VehicleSpec(
            code,
            owner,
            model,
            year,
            plate or next(made_up),
            serial,
            date.fromisoformat(bought),
            mileage,
            None if health is None else Decimal(health),
        )


VEHICLES: Final[tuple[VehicleSpec, ...]] = tuple(_vehicles())
VEHICLE_BY_CODE: Final = {vehicle.code: vehicle for vehicle in VEHICLES}
