"""When a vehicle may be driven, and from when a customer can be said not to have come; pure."""

from datetime import datetime, timedelta

from workshop.centers.hours import local_day

REACH = timedelta(days=3)
"""How long before a visit a vehicle is collected at most, and how long after it returned."""
AHEAD = timedelta(hours=4)
"""A drive of the early morning may begin so long before its window, though that is the evening before."""


def sets_out_from(zone: str, window_start: datetime) -> datetime:
    """Return from when a drive may begin: on its window's day in the centre's zone, or `AHEAD` of the window.

    Whoever taps earlier does so by mistake, and would tell the customer.
    """
    day, _ = local_day(zone, window_start)
    return min(day, window_start - AHEAD)


def missed_from(scheduled_start: datetime) -> datetime:
    """Return from when the desk may note that a customer did not come: when their visit begins.

    Who stands at the desk knows whether they will; the sweep, which does not, waits for the centre's grace as well.
    """
    return scheduled_start
