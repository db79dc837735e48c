"""A visit and whether it makes sense: its services at a start, against the centre's hours and rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from workshop.centers.hours import is_missing
from workshop.centers.models import ServiceCenter
from workshop.centers.spans import EPOCH
from workshop.kernel.errors import Invalid

from ..layout import Layout, lay_out
from ..models import Appointment, BookingRules
from ..plan import Plan, plan_of
from ..slots import Wanted
from .order import Agreed
from .trips import Leg, Stay

SHORTEST, LONGEST = 5, 24 * 60
WALK_IN_GRACE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Visit:
    """What is to be booked, checked: services in order, when, and what that takes of whom."""

    center: ServiceCenter
    services: list[Agreed]
    start: datetime
    layout: Layout
    loaner: bool = False

    @property
    def end(self) -> datetime:
        """Return when it ends for the customer."""
        return self.start + timedelta(minutes=self.layout.minutes)

    @property
    def taken_until(self) -> datetime:
        """Return when the last of its resources is free again."""
        return self.start + timedelta(minutes=self.layout.bay[1])

    @property
    def stay(self) -> Stay:
        """Return when the vehicle is needed at the centre."""
        return Stay(self.start, self.end)

    @property
    def wanted(self) -> Wanted:
        """Return what it needs, wherever it lies."""
        return Wanted([service for service, _, _ in self.services], self.layout, self.loaner)


def services_agreed(appointment: Appointment) -> list[Agreed]:
    """Return the services of an appointment, each with the minutes that were agreed, offered today or not."""
    lines = appointment.services.select_related("service").order_by("position")
    return [(line.service, line.quantity, line.duration) for line in lines]


def visit_at(
    center: ServiceCenter,
    services: list[Agreed],
    start: datetime,
    *,
    duration: int | None = None,
    loaner: bool = False,
) -> Visit:
    """Return the visit at a start, of `duration` minutes where that was set; raise Invalid for more than a day."""
    layout = lay_out(services, duration)
    if layout.minutes > LONGEST:
        raise Invalid(
            "visit_too_long",
            "This is more work than one visit can hold.",
            next="Choose fewer services, or call the workshop.",
            fields={"services": ["Together these take more than a day."]},
        )
    if is_missing(center.time_zone, start):
        raise Invalid(
            "missing_hour",
            "The clocks go forward then: this time does not exist at the centre.",
            next="Choose a time an hour later.",
            fields={"scheduled_start": ["This time does not exist on that day."]},
        )
    return Visit(center, services, start, layout, loaner)


def checked_duration(minutes: int | None) -> int | None:
    """Return the minutes that the desk set; raise Invalid for less than five and more than a day."""
    if minutes is not None and not SHORTEST <= minutes <= LONGEST:
        raise Invalid("duration_invalid", fields={"duration": [f"Enter {SHORTEST} to {LONGEST} minutes."]})
    return minutes


def rules_from(center: ServiceCenter, opening: list[list[Any]]) -> BookingRules:
    """Return a centre's rules as `services_asked` read them, the defaults where it set none."""
    rules: list[BookingRules] = opening[-1]
    return rules[0] if rules else BookingRules(center=center)


def plan_for(
    visit: Visit,
    opening: list[list[Any]] | None = None,
    legs: Sequence[Leg] = (),
    *,
    taken: bool = False,
    besides: UUID | None = None,
) -> Plan:
    """Return what is known of the centre around a visit and its collection and return.

    With `taken` also what is booked there but for the appointment `besides`, so that `allocate` can refuse what is
    gone without waiting for a lock.
    """
    start = min([visit.start, *(leg.row.window_start for leg in legs)])
    end = max([visit.taken_until, *(leg.row.window_end for leg in legs)])
    return plan_of(visit.center, start, end, opening=opening, taken=taken, besides=besides)


def in_time(plan: Plan, visit: Visit, *, not_before: datetime) -> None:
    """Raise Invalid for a start that has passed and for a visit outside of opening hours."""
    if visit.start < not_before:
        raise Invalid(
            "start_in_past",
            "This start has passed.",
            next="Choose a later time.",
            fields={"scheduled_start": ["Choose a time in the future."]},
        )
    if not plan.hours.is_open(visit.start, visit.end):
        raise Invalid(
            "outside_opening_hours",
            f"{visit.center.name} is not open for the whole visit.",
            next="Choose a time within opening hours.",
            fields={"scheduled_start": ["The centre is closed then."]},
        )


def offered_to_customers(plan: Plan, visit: Visit, *, at: datetime) -> None:
    """Raise Invalid for a start that a centre's rules keep from customers at the moment `at`."""
    rules = plan.rules
    if visit.start < at + timedelta(minutes=rules.lead_time):
        raise _not_offered("too_soon", f"{visit.center.name} needs {rules.lead_time} minutes' notice.")
    if visit.start >= at + timedelta(days=rules.horizon_days):
        raise _not_offered("too_far", f"{visit.center.name} takes bookings {rules.horizon_days} days ahead.")
    if (visit.start - EPOCH) % timedelta(minutes=rules.slot_step):
        raise _not_offered("start_not_offered", "Visits do not begin at this minute.")


def _not_offered(code: str, detail: str) -> Invalid:
    return Invalid(
        code,
        detail,
        next="Choose one of the times offered, or call the workshop.",
        fields={"scheduled_start": ["Choose one of the times offered."]},
    )
