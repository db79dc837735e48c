"""What somebody decides to do next, and what they remember having noticed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

Thing = Mapping[str, Any]
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Move:
    """A request to send: what it `says` in the day's log, and whether it turns out to be a slip to be taken back.

    `instead` says what to do when it is refused, from the problem.
    """

    path: str
    says: str
    body: Mapping[str, Any] = field(default_factory=dict)
    slip: bool = False
    instead: "Callable[[Mapping[str, Any]], Move | None] | None" = None


@dataclass(frozen=True, slots=True)
class Rest:
    """Nothing to do for some minutes."""

    minutes: float


class Seen:
    """Since when somebody noticed a thing; nobody reacts the moment something happens."""

    def __init__(self) -> None:
        self._since: dict[tuple[object, ...], datetime] = {}

    def ripe(self, now: datetime, minutes: float, *key: object) -> bool:
        """Say whether a thing was noticed some minutes ago; the first time it is asked about, it is noticed."""
        return now - self._since.setdefault(key, now) >= timedelta(minutes=minutes)


def offered(thing: Thing, verb: str, me: str) -> bool:
    """Say whether an action is offered on a thing to a person."""
    return any(
        offer["verb"] == verb
        and (offer["only"] is None or me in offer["only"])
        and (offer["except"] is None or me not in offer["except"])
        for offer in thing["allowed_actions"]
    )


def moment(text: str) -> datetime:
    """Return a moment as answers write it."""
    return datetime.fromisoformat(text)


def plate(thing: Thing) -> str:
    """Return the plate of a card's or an appointment's vehicle."""
    return str(thing["vehicle"]["plate"])
