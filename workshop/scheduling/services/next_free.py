"""What whoever loses a slot is offered instead: the next three starts that are free."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from workshop.centers.models import ServiceCenter
from workshop.centers.spans import moment_of
from workshop.kernel.clock import now

from ..models import Appointment
from ..plan import plan_of
from ..slots import Wanted, slots_for_customers, slots_for_desk
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
) -> list[str]:
    """Return up to three starts from `after` on, in ISO 8601; with the resources named, where some are."""
    start = max(after, now())
    plan = plan_of(center, start, start + LOOK_AHEAD, taken=True, besides=besides)
    kinds = {row.kind for row in plan.candidates if row.id in named}
    plan.candidates = [row for row in plan.candidates if row.kind not in kinds or row.id in named]
    if customer:
        found = slots_for_customers(plan, wanted, start, start + LOOK_AHEAD, now())
    else:
        step = plan.rules.slot_step
        found = slots_for_desk(plan, wanted, start, start + LOOK_AHEAD, step=step, most=OFFERED)
    return [moment_of(minute).isoformat() for minute in found[:OFFERED]]


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
