"""From when a driver may set out."""

from datetime import datetime, timedelta

from workshop.centers.hours import local_day

AHEAD = timedelta(hours=4)
"""A drive of the early morning may begin so long before its window, though that is the evening before."""


def sets_out_from(zone: str, window_start: datetime) -> datetime:
    """Return from when a drive may begin: on its window's day in the centre's zone, or `AHEAD` of the window.

    Whoever taps earlier does so by mistake, and would tell the customer.
    """
    day, _ = local_day(zone, window_start)
    return min(day, window_start - AHEAD)
