"""A centre's position: asked for before the command that saves it, for a map service may take seconds."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings

from workshop.kernel.errors import Invalid

from .geocoding import Bundled, Geocoder, Place, Position, geocoder, place_of
from .geocoding.bundled import COUNTRY
from .models import ServiceCenter

WHERE = frozenset({"latitude", "longitude"})


def placed(values: Mapping[str, Any], shown: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what is to be written of a centre, with the position where none was said.

    `shown` is the centre as it is, for a change: its position stays as long as its postcode does. Never within a
    transaction: this may ask a map service.
    """
    wanted, held = dict(values), dict(shown or {})
    moved = "postcode" in wanted and wanted["postcode"] != held.get("postcode")
    if moved and all(_same(wanted.get(name), held.get(name)) for name in WHERE):
        wanted |= dict.fromkeys(WHERE)
    if any(wanted.get(name, held.get(name)) is not None for name in WHERE):
        return wanted
    found = _asked(geocoder(), held | wanted)
    return wanted | (_fields(found) if found else {})


def surely_placed(values: Mapping[str, Any], shown: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what `placed` does, for a centre that customers are to find by distance: it is somewhere on the map.

    Raises Invalid `postcode_unknown` where neither who writes it nor anybody asked knows its position. A centre that
    had none is left without one by a change of something else.
    """
    wanted, held = placed(values, shown), dict(shown or {})
    if any(wanted.get(name, held.get(name)) is not None for name in WHERE):
        return wanted
    postcode = wanted.get("postcode", held.get("postcode"))
    if shown is not None and postcode == held["postcode"] and all(held[name] is None for name in WHERE):
        return wanted
    raise Invalid(
        "postcode_unknown",
        f"We do not know where {postcode} is.",
        next="Check the postcode, or enter the position of the centre.",
        fields={"postcode": ["We do not know this postcode. Check it, or enter latitude and longitude."]},
    )


def place_by_table(center: ServiceCenter) -> None:
    """Give a centre without a position the one of its postcode in the bundled table, if it is there."""
    if center.latitude is None and center.longitude is None:
        found = _asked(Bundled(), {"postcode": center.postcode})
        if found is not None:
            center.latitude, center.longitude = found.latitude, found.longitude


def place_for(postcode: str) -> Place | None:
    """Return what a postcode stands for, by the table or by the map service that settings name; None unknown."""
    known = place_of(postcode)
    if known is not None or settings.GEOCODER == "bundled":
        return known
    try:
        return Place(postcode, "", "", _found_by_service(postcode))
    except LookupError:
        return None


def town_of(postcode: str) -> str:
    """Return the town, else the district, that a postcode is in by the bundled table; empty for one outside it."""
    place = place_of(postcode) if settings.GEOCODER_COUNTRY == COUNTRY else None
    return (place.city or place.district) if place else ""


@lru_cache(maxsize=4096)
def _found_by_service(postcode: str) -> Position:
    """Return where a postcode is; what is not found raises LookupError, so that it is asked again next time."""
    found = _asked(geocoder(), {"postcode": postcode})
    if found is None:
        raise LookupError(postcode)
    return found


def _asked(by: Geocoder, values: Mapping[str, Any]) -> Position | None:
    return by.locate(
        address=values.get("address", ""),
        city=values.get("city", ""),
        postcode=values.get("postcode", ""),
        country=settings.GEOCODER_COUNTRY,
    )


def _fields(found: Position) -> dict[str, Any]:
    return {"latitude": found.latitude, "longitude": found.longitude}


def _same(said: Any, held: Any) -> bool:
    return said is None or str(said) == str(held)
