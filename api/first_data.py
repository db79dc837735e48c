"""What a page shows first, in the page itself: it is on screen without a further round trip.

Only what anybody may read goes in, for a page is the same for everyone; the browser reads it again at once.
"""

import re
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import Error

from api.kit.json import dumps
from api.public.service_centers import ServiceCenters, listed_centers, open_center
from workshop.centers.finding import Asked, find
from workshop.centers.selectors import open_to_all

LOG = structlog.get_logger(__name__)
MOST_CENTERS = 50
"""As many as the browser asks for."""
AT_CENTER = re.compile(r"/book/([0-9a-f-]{36})(?:/(?:time|you|check))?")
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script(path: str, center: str) -> bytes:
    """Return the element that holds the first data of a page, empty where there is none.

    `center` is what the address names after "?center="; a strange one is no centre. A page without its first data is
    slower and whole, so a database that does not answer costs only that.
    """
    try:
        data = _first_data(path, center)
    except Error as error:
        LOG.warning("first_data_missing", error=repr(error))
        return b""
    if not data:
        return b""
    text = dumps(data).decode().translate(UNSAFE)
    return f'<script type="application/json" id="first-data">{text}</script>'.encode()


def _first_data(path: str, center: str) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if path.rstrip("/") == "/book":
        rows = find(open_to_all(), Asked()).order_by(*ServiceCenters.ordering)[:MOST_CENTERS]
        data["centers"] = listed_centers(rows)
        if settings.MAP_TILES_URL:
            data["map"] = {"tiles": settings.MAP_TILES_URL, "attribution": settings.MAP_ATTRIBUTION}
    elif found := AT_CENTER.fullmatch(path.rstrip("/")):
        center = found[1]
    if (id := _id(center)) and (shown := open_center(id)):
        data["center"] = shown
    return data


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
