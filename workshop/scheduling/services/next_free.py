"""What whoever loses a slot is offered instead: the next three starts that are free."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from workshop.centers.models import ServiceCenter
from workshop.centers.spans import moment_of
from workshop.kernel.clock import now

from ..models import Appointment
from ..plan import Plan, plan_of
from ..slots import Slots, Wanted, slots_for_customers, slots_for_desk
from .visit import services_agreed, visit_at

LOOK_AHEAD = timedelta(days=14)
OFFERED = 3


def next_free(
    center: ServiceCenter,
    wanted: Wanted,
    after: datetime,
    *,
    customer: bool,
    named: Collection[UUID] = (),
    besides: UUID | None = None,
    near: Plan | None = None,
) -> list[str]:
    """Return up to three starts from `after` on, in ISO 8601; with the resources named, where some are.

    `near` is a plan around `after` that looked at what is booked: where three are found in it, nothing more is read.
    """
    start = max(after, now())
    found: Slots = []
    if near is not None:
        reach = near.ends - timedelta(minutes=wanted.layout.bay[1])
        found = _found(near, wanted, start, reach, named, customer=customer)
    if len(found) < OFFERED:
        far = plan_of(center, start, start + LOOK_AHEAD, taken=True, besides=besides)
        found = _found(far, wanted, start, start + LOOK_AHEAD, named, customer=customer)
    return [moment_of(minute).isoformat() for minute in found]


def _found(
    plan: Plan, wanted: Wanted, start: datetime, end: datetime, named: Collection[UUID], *, customer: bool
) -> Slots:
    kinds = {row.kind for row in plan.candidates if row.id in named}
    asked = replace(
        plan, candidates=[row for row in plan.candidates if row.kind not in kinds or row.id in named]
    )
    if customer:
        return slots_for_customers(asked, wanted, start, end, now())[:OFFERED]
    return slots_for_desk(asked, wanted, start, end, step=plan.rules.slot_step, most=OFFERED)


def next_free_of(appointment: Appointment, *, customer: bool = True) -> list[str]:
    """Return up to three starts from the one that an appointment had on."""
    visit = visit_at(
        appointment.center,
        services_agreed(appointment),
        appointment.scheduled_start,
        duration=appointment.duration,
        loaner=appointment.wants_loaner,
    )
    return next_free(appointment.center, visit.wanted, visit.start, customer=customer, besides=appointment.id)
