"""Which appointments boards and calendars list, and which days an event is about; pure."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

ON_CALENDAR = ("held", "requested", "proposed", "confirmed", "checked_in", "fulfilled")
"""The states in which an appointment stands on the desk's calendar."""


def still_to_come(facts: dict[str, Any], at: datetime) -> bool:
    """Say whether a vehicle is expected, and has not arrived, on the day of `at` at its centre."""
    zone = ZoneInfo(facts["center"]["zone"])
    start = datetime.fromisoformat(facts["scheduled_start"])
    return facts["status"] == "confirmed" and start.astimezone(zone).date() == at.astimezone(zone).date()


def days_touched(data: dict[str, Any]) -> list[str]:
    """Return the local days on which an event about an appointment may have changed what is free."""
    facts = data["appointment"]
    zone = ZoneInfo(facts["center"]["zone"])
    moments = [facts["scheduled_start"], facts["scheduled_end"], data.get("freed")]
    days = {datetime.fromisoformat(text).astimezone(zone).date().isoformat() for text in moments if text}
    return sorted(days)
