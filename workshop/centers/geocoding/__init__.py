"""From an address or a postcode to a position: by the bundled table, or a map service that settings name."""

from functools import cache

from django.conf import settings

from .bundled import Bundled, place_of
from .google import Google
from .nominatim import Nominatim
from .position import Geocoder, Place, Position

__all__ = ["Bundled", "Geocoder", "Place", "Position", "geocoder", "place_of"]


def geocoder() -> Geocoder:
    """Return the geocoder that settings name; a map service answers in seconds, so never ask it in a transaction."""
    return _made(settings.GEOCODER)


@cache
def _made(name: str) -> Geocoder:
    kinds: dict[str, type[Geocoder]] = {"bundled": Bundled, "nominatim": Nominatim, "google": Google}
    return kinds[name]()
