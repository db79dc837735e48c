"""The map of centres: whose tiles it shows. Without an address there is no map."""

from urllib.parse import urlsplit

from .env import env


def tiles_origin(address: str) -> str:
    """Return the origin of a tile address such as https://tiles.example.com/{z}/{x}/{y}.png; empty for none.

    Raises ValueError for one that names no single origin, or not which tile is wanted.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    named = all(name in parts.path + parts.query for name in ("{z}", "{x}", "{y}"))
    if parts.scheme not in ("http", "https") or not parts.hostname or "{" in parts.netloc or not named:
        raise ValueError("MAP_TILES_URL is like https://tiles.example.com/{z}/{x}/{y}.png, on one host.")
    return f"{parts.scheme}://{parts.netloc}"


MAP_TILES_URL: str = env.str("MAP_TILES_URL", default="")
MAP_TILES_ORIGIN = tiles_origin(MAP_TILES_URL)
MAP_ATTRIBUTION: str = env.str("MAP_ATTRIBUTION", default="© OpenStreetMap contributors")
"""What the owner of the tiles asks to be said on the map, as plain text."""
