"""Until when a request waits for the desk."""

from datetime import datetime, timedelta

from workshop.centers.hours import Hours
from workshop.centers.models import ServiceCenter
from workshop.kernel.clock import now

from .rules import rules_of

DESK_TIME = timedelta(hours=1)
"""What the desk has once it opens, when the time of a request runs out while it is closed."""


def answered_by(center: ServiceCenter) -> datetime:
    """Return until when a request that is sent now is answered: the centre's time from now on.

    Where that ends while the centre is closed, nobody is there to answer: it ends an hour after the next opening.
    """
    due = now() + timedelta(minutes=rules_of(center.id).request_expires_after)
    hours = Hours.of(center.time_zone, center.opening_hours.all(), center.hours_exceptions.all())
    opens = hours.next_open(due)
    return due if opens == due else opens + DESK_TIME
