"""What a centre of the demo is described by."""

from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from typing import Any

from workshop.demo.data.services.spec import BayKind


@dataclass(frozen=True, slots=True)
class BaySpec:
    """A bay; its place in the list is its position."""

    name: str
    kind: BayKind
    equipment: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool that is booked with the services that ask for its type."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class OpeningSpec:
    """One open span of a weekday (0 is Monday) in the centre's own time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterSpec:
    """A service centre; `services` are the codes it sells, `areas` each a city, a district or a postcode.

    `rules` are those of booking that are not the usual ones.
    """

    code: str
    name: str
    address: str
    city: str
    district: str
    postcode: str
    latitude: Decimal
    longitude: Decimal
    phone: str
    email: str
    time_zone: str
    currency: str
    opening: tuple[OpeningSpec, ...]
    bays: tuple[BaySpec, ...]
    services: tuple[str, ...]
    areas: tuple[dict[str, str], ...] = ()
    tools: tuple[ToolSpec, ...] = ()
    loaners: tuple[str, ...] = ()
    rules: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationSpec:
    """A centre that applied to the network and waits; `applicant` is the code of a person."""

    name: str
    applicant: str
    about: str
    address: str
    city: str
    district: str
    postcode: str
    phone: str
    email: str
    opening: tuple[OpeningSpec, ...]
    areas: tuple[dict[str, str], ...] = ()


def six_days(opens: time, closes: time) -> tuple[OpeningSpec, ...]:
    """Return the same hours from Monday to Saturday."""
    return tuple(OpeningSpec(weekday, opens, closes) for weekday in range(6))
