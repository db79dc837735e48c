"""Which appointments a board of today lists, pure."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


def still_to_come(facts: dict[str, Any], at: datetime) -> bool:
    """Say whether a vehicle is expected, and has not arrived, on the day of `at` at its centre."""
    zone = ZoneInfo(facts["center"]["zone"])
    start = datetime.fromisoformat(facts["scheduled_start"])
    return facts["status"] == "confirmed" and start.astimezone(zone).date() == at.astimezone(zone).date()
