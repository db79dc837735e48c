"""Who turns addresses into positions: the bundled table, or a map service."""

from .env import env

GEOCODER: str = env.str("GEOCODER", default="bundled")
if GEOCODER not in ("bundled", "nominatim", "google"):
    raise ValueError("GEOCODER is bundled, nominatim or google.")
GEOCODER_COUNTRY = env.str("GEOCODER_COUNTRY", default="IN")
GEOCODER_TIMEOUT = env.float("GEOCODER_TIMEOUT", default=3.0)
GEOCODER_USER_AGENT = env.str("GEOCODER_USER_AGENT", default="") or "Pitlane/1 (workshop software)"
NOMINATIM_URL = env.str("NOMINATIM_URL", default="https://nominatim.openstreetmap.org")
GOOGLE_GEOCODING_URL = env.str("GOOGLE_GEOCODING_URL", default="https://maps.googleapis.com")
GOOGLE_GEOCODING_KEY = env.str("GOOGLE_GEOCODING_KEY", default="")
