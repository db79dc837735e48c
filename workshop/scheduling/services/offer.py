"""Offering what is free to who waits: the first in line whom it fits, held for a short while."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from workshop.catalog.models import Service
from workshop.centers.hours import DAY, midnight
from workshop.centers.models import ServiceCenter
from workshop.centers.spans import moment_of
from workshop.events.command import command
from workshop.events.statements import select
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import now, rate, real_now
from workshop.kernel.errors import Conflict
from workshop.vehicles.selectors import lock_vehicle_of_customer

from ..events import AppointmentHeld, WaitingOffered
from ..line import lock_line
from ..models import Appointment, WaitingEntry
from ..plan import Plan, plan_of
from ..slots import Slots, slots_for_customers
from ..workflow import WAITING
from .allocate import allocate, assign
from .draft import NOT_THERE, drafted, terms, vehicle_is_free, whose
from .entry import moved
from .order import Agreed
from .settle import settle
from .visit import Visit, plan_for, visit_at

TRIES = 3
"""How many of the starts that fit somebody are tried, when the first were just taken."""
Wished = tuple[tuple[UUID, int], ...]
"""Which services, and how often."""


@command
def offer_freed(*, center_id: UUID, first: date, last: date) -> WaitingEntry | None:
    """Offer one slot of the local days from one to another: to the first in line who has one that fits them.

    Return their entry, None when nothing fits anybody. One offer a call, so that vehicles and resources are locked in
    the order that holds everywhere; the event of an offer asks for the next. The line is locked first: of two who look
    at once, the second sees what the first offered.
    """
    line = lock_line(center_id, first, last)
    centers = select(ServiceCenter, "id = %s AND status = 'approved' AND is_active", (center_id,))
    if not line or not centers:
        return None
    look = _Look(centers[0], first, last)
    for entry in line:
        entry.center = look.center
        for visit in islice(look.visits(entry), TRIES):
            try:
                # What it locked and wrote goes with a refusal, and the next is tried.
                with transaction.atomic():
                    return _hold(entry, visit, look)
            except Conflict:
                continue
    return None


class _Look:
    """What a centre has free for customers from one day to another, worked out once for all who wait for the same."""

    def __init__(self, center: ServiceCenter, first: date, last: date) -> None:
        self.center, self.first, self.last = center, first, last
        self.zone = ZoneInfo(center.time_zone)
        self.at = now()
        self.plan: Plan = plan_of(
            center,
            moment_of(midnight(center.time_zone, first)),
            moment_of(midnight(center.time_zone, last + DAY)),
            taken=True,
        )
        self.services = {row.id: row for row in select(Service, "center_id = %s AND is_active", (center.id,))}
        self._slots: dict[Wished, Slots] = {}

    def visits(self, entry: WaitingEntry) -> Iterator[Visit]:
        """Yield what fits an entry, the earliest first; a service that is not offered any more fits nobody."""
        wished = tuple((UUID(line["service_id"]), line["quantity"]) for line in entry.services)
        if any(id not in self.services for id, _ in wished):
            return
        agreed: list[Agreed] = [
            (self.services[id], quantity, self.services[id].estimated_duration) for id, quantity in wished
        ]
        busy = self._busy(entry)
        declined = [datetime.fromisoformat(text) for text in entry.declined]
        for minute in self._free(wished, agreed):
            start = moment_of(minute)
            if not fits(entry, start, self.zone):
                continue
            visit = visit_at(self.center, agreed, start)
            length = visit.end - visit.start
            if any(abs(start - before) < length for before in declined):
                continue
            if not any(begins < visit.end and start < ends for begins, ends in busy):
                yield visit

    def _free(self, wished: Wished, agreed: list[Agreed]) -> Slots:
        if wished not in self._slots:
            begins, ends = (
                moment_of(midnight(self.center.time_zone, day)) for day in (self.first, self.last + DAY)
            )
            wanted = visit_at(self.center, agreed, self.at).wanted
            self._slots[wished] = slots_for_customers(self.plan, wanted, begins, ends, self.at)
        return self._slots[wished]

    def _busy(self, entry: WaitingEntry) -> list[tuple[datetime, datetime]]:
        """Return when the vehicle of an entry is at a visit."""
        rows = Appointment.objects.filter(
            vehicle_id=entry.vehicle_id,
            scheduled_start__lt=self.plan.ends,
            scheduled_end__gt=self.plan.begins,
        )
        return list(rows.exclude(status__in=NOT_THERE).values_list("scheduled_start", "scheduled_end"))


def fits(entry: WaitingEntry, start: datetime, zone: ZoneInfo) -> bool:
    """Say whether a visit begins on a day and in the part of it that somebody waits for, on the centre's clock."""
    shown = start.astimezone(zone)
    early = entry.day_from is not None and shown.time() < entry.day_from
    late = entry.day_until is not None and shown.time() >= entry.day_until
    return entry.from_date <= shown.date() <= entry.to_date and not early and not late


def held_for(start: datetime, minutes: int) -> datetime:
    """Return the real moment until which an offer is held: some minutes, but not after its visit should begin.

    A clock that stands still, as while the demo is loaded, never comes to that.
    """
    longest, speed = timedelta(minutes=minutes), rate().rate
    return real_now() + (min(longest, (start - now()) / speed) if speed else longest)


def _hold(entry: WaitingEntry, visit: Visit, look: _Look) -> WaitingEntry:
    """Hold a visit for who waits, with all its resources; raise Conflict when they cannot have it any more."""
    vehicle = lock_vehicle_of_customer(entry.vehicle_id, entry.customer_id)
    if vehicle is None:
        raise Conflict("vehicle_not_found", "The vehicle is not theirs any more.")
    plan = plan_for(visit)
    appointment, booked = drafted(visit, status="held")
    whose(appointment, entry.customer_id, vehicle)
    terms(appointment, plan.rules)
    appointment.held_until = held_for(visit.start, plan.rules.offer_hold)
    allocation = allocate(plan, visit, customer=True)
    vehicle_is_free(appointment)
    assign(appointment, allocation)
    settle(appointment, booked, visit, allocation, SYSTEM, AppointmentHeld)
    entry.status = WAITING.find("offer", entry.status).target
    entry.appointment = appointment
    days = [look.first.isoformat(), look.last.isoformat()]
    return moved(entry, WaitingOffered, SYSTEM, days=days)
