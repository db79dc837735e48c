"""What a visit of the demo's day is described by.

Every moment is in minutes from now, so what is past is negative.
"""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Final, Literal

from workshop.demo.data.drives import DriveSpec

ANCHOR: Final = time(13, 50)
"""Set as the centre's local "now", the whole day lies within its opening hours."""

Stage = Literal[
    "confirmed",
    "received",
    "diagnosis",
    "awaiting_decision",
    "queued",
    "in_progress",
    "quality_check",
    "ready_for_pickup",
    "delivered",
    "closed",
    "cancelled",
    "no_show",
]
"""The job card's stage once there is a card; before that, and without one, the appointment's status."""

ON_SITE: Final = frozenset(
    (
        "received",
        "diagnosis",
        "awaiting_decision",
        "queued",
        "in_progress",
        "quality_check",
        "ready_for_pickup",
    )
)
HandOn = Literal["done", "in_progress", "paused"]
HoldKind = Literal["parts", "approval", "technician", "tool", "sublet", "customer"]


@dataclass(frozen=True, slots=True)
class WorkSpec:
    """One stretch of clocked work; `step` counts from 1 within the service."""

    service: str
    step: int
    started: int
    minutes: int
    status: HandOn = "done"
    reading: Decimal | None = None
    note: str = ""

    @property
    def ended(self) -> int:
        """Return the minute at which the clock stopped, or now for a running one."""
        return self.started + self.minutes


@dataclass(frozen=True, slots=True)
class HoldSpec:
    """Why a visit waits since when; `service` names the item that waits."""

    kind: HoldKind
    reason: str
    since: int
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSpec:
    """One visit: `start` to `end` is the time booked on bay and technician, `made` is when it was booked.

    `charge_in` is the battery's charge in percent; a vehicle without one has none. `asked` is when the estimate went to
    the customer. `checked_by` is the lead who signed the quality check at `ready`. `ended` and `ended_reason`
    belong to a visit that was cancelled or never came.
    """

    code: str
    customer: str
    vehicle: str
    services: tuple[str, ...]
    stage: Stage
    made: int
    start: int
    end: int
    bay: str
    technician: str
    concern: str
    received: int | None = None
    mileage_in: int | None = None
    charge_in: int | None = None
    work: tuple[WorkSpec, ...] = ()
    hold: HoldSpec | None = None
    asked: int | None = None
    checked_by: str = ""
    ready: int | None = None
    mileage_out: int | None = None
    delivered: int | None = None
    closed: int | None = None
    ended: int | None = None
    ended_reason: str = ""
    drives: tuple[DriveSpec, ...] = ()
