"""What map services on the network have in common: one request with a deadline, and the table when it fails."""

import json
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

import structlog
from django.conf import settings

from .bundled import Bundled
from .position import Position

LOG = structlog.get_logger(__name__)
LARGEST = 256 * 1024
"""Bytes of an answer that are read."""
WRONG = (OSError, HTTPException, ValueError, LookupError, TypeError, AttributeError)
"""What an unreachable service, or one that answers something else, raises."""


class MapService:
    """Asks a map service, first for the address and then for its area; fails to the bundled table."""

    def locate(self, *, address: str, city: str, postcode: str, country: str) -> Position | None:
        """Return where the address is, or its area; by the table when the service fails or knows neither."""
        try:
            for street in dict.fromkeys([address, ""]):
                found = self.ask(street, city, postcode, country)
                if found is not None:
                    return found
        except WRONG as error:
            LOG.warning("geocoder_failed", service=type(self).__name__, error=repr(error))
        return Bundled().locate(address=address, city=city, postcode=postcode, country=country)

    def ask(self, street: str, city: str, postcode: str, country: str) -> Position | None:
        """Return what the service finds; raise one of WRONG when it fails."""
        raise NotImplementedError


def get_json(base: str, path: str, query: Mapping[str, str]) -> Any:
    """GET an address of a service and return its JSON; raise one of WRONG."""
    address = urlsplit(base)
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=settings.GEOCODER_TIMEOUT)
    try:
        connection.request(
            "GET",
            f"{address.path.rstrip('/')}{path}?{urlencode(dict(_said(query)))}",
            headers={"User-Agent": settings.GEOCODER_USER_AGENT, "Accept": "application/json"},
        )
        answer = connection.getresponse()
        if answer.status != 200:
            raise HTTPException(f"answered {answer.status}")
        return json.loads(answer.read(LARGEST))
    finally:
        connection.close()


def _said(query: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in query.items() if value)
