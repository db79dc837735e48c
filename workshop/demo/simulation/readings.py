"""Readings as a technician would take them: within the limits, and now and then not."""

from collections.abc import Mapping
from typing import Any

from .draws import Draws

OUT_OF_LIMITS = 0.06
FOUND = "Out of limits, measured twice. Shown to the lead."


def reading_of(asked: Mapping[str, Any], draws: Draws, *key: object) -> tuple[str, str]:
    """Return a reading for what a step asks (`{unit, min, max}`) and the note that goes with it, if any."""
    low, high = _span(asked["min"], asked["max"])
    places = 0 if high - low >= 50 else 1 if high - low >= 5 else 2
    limited = asked["max"] is not None or asked["min"]
    if limited and draws.happens(OUT_OF_LIMITS, *key, "out"):
        beyond = draws.between(0.03, 0.12, *key, "beyond") * (high - low) + 10**-places
        under = asked["max"] is None or (asked["unit"] == "%" and bool(asked["min"]))
        value = max(0.0, asked["min"] - beyond) if under else asked["max"] + beyond
        return f"{value:.{places}f}", FOUND
    return f"{low + (high - low) * draws.between(0.2, 0.8, *key, 'within'):.{places}f}", ""


def _span(low: float | None, high: float | None) -> tuple[float, float]:
    if low is not None and high is not None:
        return low, high
    if low is not None:
        return low, low * 2 or 10.0
    if high is not None:
        return 0.0, high
    return 1.0, 10.0
