"""The bundled table of postcodes: positions without asking anybody."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path
from statistics import median

from .position import Place, Position

FILE = Path(__file__).parent / "data" / "postcodes.csv"
COUNTRY = "IN"
DIGITS = 6
SORTING_DISTRICT = 3
"""So many first digits are those of the sorting district."""


class Bundled:
    """Finds a position by the postcode alone."""

    def locate(self, *, address: str, city: str, postcode: str, country: str) -> Position | None:
        """Return the middle of the postcode's area; None for one outside the table."""
        place = place_of(postcode) if country == COUNTRY else None
        return place.position if place else None


def place_of(postcode: str) -> Place | None:
    """Return what a postcode stands for, a missing one by its sorting district; None for one that is none."""
    key = plain(postcode)
    if len(key) != DIGITS or not (key.isascii() and key.isdigit()):
        return None
    exact = _table().get(key)
    if exact is not None:
        return exact
    middle = _sorting_districts().get(key[:SORTING_DISTRICT])
    return None if middle is None else Place(key, "", "", middle)


def plain(postcode: str) -> str:
    """Return a postcode without what people write between its digits: "600 040" is 600040."""
    return postcode.replace(" ", "").replace("-", "").upper()


@cache
def _table() -> dict[str, Place]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {
            row["postcode"]: Place(
                row["postcode"],
                row["city"],
                row["district"],
                Position.of(row["latitude"], row["longitude"]),
            )
            for row in csv.DictReader(lines)
        }


@cache
def _sorting_districts() -> dict[str, Position]:
    together: dict[str, list[Position]] = {}
    for postcode, place in _table().items():
        together.setdefault(postcode[:SORTING_DISTRICT], []).append(place.position)
    return {prefix: _middle(positions) for prefix, positions in together.items()}


def _middle(positions: list[Position]) -> Position:
    def of(degrees: list[Decimal]) -> Decimal:
        return median(degrees)

    return Position.of(of([p.latitude for p in positions]), of([p.longitude for p in positions]))
