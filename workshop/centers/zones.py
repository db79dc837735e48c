"""The time zones that a centre may be in."""

from functools import cache
from zoneinfo import available_timezones


@cache
def known_zones() -> frozenset[str]:
    """Return the names of all zones; they are read from the disk once, for that takes 35 ms."""
    return frozenset(available_timezones())
