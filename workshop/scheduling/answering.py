"""Until when a request waits for the desk."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from workshop.centers.hours import Hours
from workshop.centers.models import ServiceCenter
from workshop.kernel.clock import now

from .rules import rules_of

DESK_TIME = timedelta(hours=1)
"""What the desk has once it opens, when the time of a request runs out while it is closed."""


def answered_by(center: ServiceCenter, wished_times: Iterable[str]) -> datetime:
    """Return until when a request for times, in ISO 8601, that is sent now is answered: the centre's time from now on.

    Where that ends while the centre is closed, nobody is there to answer: it ends an hour after the next opening. It
    ends with the last of the times at the latest: nothing that was asked for could be given after it.
    """
    due = now() + timedelta(minutes=rules_of(center.id).request_expires_after)
    hours = Hours.of(center.time_zone, center.opening_hours.all(), center.hours_exceptions.all())
    opens = hours.next_open(due)
    answered = due if opens == due else opens + DESK_TIME
    return min(answered, max((datetime.fromisoformat(wished) for wished in wished_times), default=answered))
