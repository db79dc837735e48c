"""Spans of a week on the clock, whether they overlap: also past midnight, and from Sunday into Monday. Pure."""

from collections.abc import Iterable
from datetime import time
from itertools import pairwise

Span = tuple[int, time, time]
"""Weekday (0 is Monday), opens, closes; one that closes at or before it opens goes on into the next day."""
DAY = 1440
WEEK = 7 * DAY
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def overlapping(spans: Iterable[Span]) -> bool:
    """Say whether two spans share a minute in any week."""
    return overlap(spans) is not None


def overlap(spans: Iterable[Span]) -> str | None:
    """Say which days' spans share a minute in any week, as "Two of Monday's overlap."; None where none do."""
    found = sorted(_minutes(span) for span in spans)
    if not found:
        return None
    around = [*found, (found[0][0] + WEEK, found[0][1] + WEEK)]
    for (begun, closed), (opens, _) in pairwise(around):
        if opens < closed:
            one, other = (NAMES[at // DAY % 7] for at in (begun, opens))
            if one == other:
                return f"Two of {one}'s overlap."
            return f"One of {one}'s goes on into one of {other}'s."
    return None


def _minutes(span: Span) -> tuple[int, int]:
    day, opens, closes = span
    start = day * DAY + opens.hour * 60 + opens.minute
    length = (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
    return start, start + (length if length > 0 else length + DAY)
