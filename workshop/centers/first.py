"""Who was first, for the second of two administrators."""

from typing import Any
from uuid import UUID

from workshop.events.log import who_made
from workshop.kernel.errors import Stale

from .selectors import staff_card_of


def changed_since(center_id: UUID, what: str, version: int, **made: Any) -> Stale:
    """Return the refusal for who saw an older version of `what`; it names who made the present one.

    `made` is what the event of the change says, as in `rules={"version": 3}`.
    """
    card = staff_card_of(who_made(f"center:{center_id}", f"center:{center_id}", **made))
    first = f"{card['name']} was first: " if card else ""
    return Stale(
        detail=f"{first}{what} changed since you saw it.",
        next="Load it again; what you typed is still here.",
        version_now=version,
    )
