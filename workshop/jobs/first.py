"""Who was first, for the second of two people."""

from typing import Any

from workshop.centers.selectors import staff_card_of
from workshop.events.log import who_made
from workshop.kernel.errors import Stale

from .models import Hold, JobCard, Step


def changed_since(job: JobCard, part: Step | Hold | None = None) -> Stale:
    """Return the refusal for who saw an older version of a card or its part; it names who made the present one."""
    if part is None:
        what, version = f"Visit {job.number}", job.version
        made: dict[str, Any] = {"job": {"version": version}}
    else:
        what, noun = (
            (f"“{part.name}”", "steps") if isinstance(part, Step) else ("What this waits for", "holds")
        )
        version = part.version
        made = {noun: [{"id": str(part.id), "version": version}]}
    card = staff_card_of(who_made(f"center:{job.center_id}", f"job:{job.id}", **made))
    first = f"{card['name']} was first: " if card else ""
    return Stale(detail=f"{first}{what} changed since you saw it.", version_now=version)
