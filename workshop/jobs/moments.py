"""When something was done: now, or the earlier moment at which a tablet without network noted it."""

from datetime import datetime, timedelta

from workshop.kernel.errors import Invalid

LONGEST = timedelta(hours=12)


def moment(noted: datetime | None, *, now: datetime, not_before: datetime | None) -> datetime:
    """Return the moment of an action: `noted` when it is plausible, else `now`.

    Raises Invalid `moment_in_future` or `moment_too_old`. A moment before what it follows is moved up to it.
    """
    if noted is None:
        return now
    if noted > now + timedelta(minutes=1):
        raise Invalid(
            "moment_in_future",
            "The tablet's clock is ahead of the workshop's.",
            next="Set the tablet's clock and send again.",
            fields={"at": ["This moment has not come yet."]},
        )
    if noted < now - LONGEST:
        raise Invalid(
            "moment_too_old",
            "This was noted more than 12 hours ago.",
            next="Ask the front desk to enter it.",
            fields={"at": ["This is too long ago."]},
        )
    return min(now, max(noted, not_before)) if not_before else min(noted, now)
