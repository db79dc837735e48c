"""Positions by Google's Geocoding API."""

from django.conf import settings

from .position import Position
from .service import MapService, get_json


class Google(MapService):
    """Asks Google; a quota that is used up counts as a failure."""

    def ask(self, street: str, city: str, postcode: str, country: str) -> Position | None:
        """Return the best match."""
        said = get_json(
            settings.GOOGLE_GEOCODING_URL,
            "/maps/api/geocode/json",
            {
                "address": ", ".join(part for part in (street, city, postcode) if part),
                "components": f"country:{country}",
                "key": settings.GOOGLE_GEOCODING_KEY,
            },
        )
        if said["status"] == "ZERO_RESULTS":
            return None
        if said["status"] != "OK":
            raise ValueError(f"said {said['status']}")
        where = said["results"][0]["geometry"]["location"]
        return Position.of(where["lat"], where["lng"])
