"""Positions by Nominatim, of OpenStreetMap or one's own."""

from django.conf import settings

from .position import Position
from .service import MapService, get_json


class Nominatim(MapService):
    """Asks the structured search of a Nominatim server."""

    def ask(self, street: str, city: str, postcode: str, country: str) -> Position | None:
        """Return the best match."""
        found = get_json(
            settings.NOMINATIM_URL,
            "/search",
            {
                "street": street,
                "city": city,
                "postalcode": postcode,
                "countrycodes": country.lower(),
                "format": "jsonv2",
                "limit": "1",
            },
        )
        return Position.of(found[0]["lat"], found[0]["lon"]) if found else None
