"""What geocoding is about: positions, the places that postcodes stand for, and who finds them."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

SIXTH = Decimal("0.000001")
"""Positions are kept to a millionth of a degree."""


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the earth in degrees (WGS 84)."""

    latitude: Decimal
    longitude: Decimal

    @classmethod
    def of(cls, latitude: Any, longitude: Any) -> "Position":
        """Return the point that two numbers or texts say; raise ValueError when they are none."""
        try:
            north, east = Decimal(str(latitude)), Decimal(str(longitude))
            if abs(north) <= 90 and abs(east) <= 180:
                return cls(north.quantize(SIXTH), east.quantize(SIXTH))
        except InvalidOperation:
            pass
        raise ValueError("not a position")


@dataclass(frozen=True, slots=True)
class Place:
    """What a postcode stands for; `city` and `district` are empty where only its whereabouts are known."""

    postcode: str
    city: str
    district: str
    position: Position


class Geocoder(Protocol):
    """Finds positions."""

    def locate(self, *, address: str, city: str, postcode: str, country: str) -> Position | None:
        """Return where an address is; None when nobody knows. `country` is an ISO code such as IN."""
