"""New job cards by the hundred: copies, row by row, of one that was booked, received and queued by the services."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from typing import Any, TypeVar

from django.db import models
from psycopg.types.range import TimestamptzRange

from workshop.accounts.models import User
from workshop.centers.selectors import customer_card_of, roles_of, staff_card_of
from workshop.events.models import Event, StreamHead
from workshop.jobs import services as jobs
from workshop.jobs.facts import card_facts
from workshop.jobs.models import Hold, JobCard, Promise, Step, WorkItem
from workshop.jobs.sheet import Sheet
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.ids import uuid7
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, AppointmentService, Resource, ResourceBooking
from workshop.scheduling.services import Line

from .house import House

R = TypeVar("R", bound=models.Model)
STEPS_AN_ITEM = 4
HELD = 4
"""Each fourth card waits for a part."""
PAST_VISITS, PAST_EVENTS = 1_000, 8_000
"""For each measure of history."""
BATCH = 1_000
KINDS: Sequence[type[models.Model]] = (
    Appointment,
    AppointmentService,
    ResourceBooking,
    JobCard,
    WorkItem,
    Step,
    Hold,
    Promise,
)
"""In the order in which they refer to each other."""
_serial = count(1)
staff_card = cache(staff_card_of)
customer_card = cache(customer_card_of)


def pattern(house: House, steps: int) -> Sheet:
    """Book and receive a vehicle for work of so many steps, and queue it."""
    desk = Actor(kind="person", id=house.desk.id, name="Desk", roles=roles_of(house.desk.id))
    number = next(_serial)
    booked = scheduling.book(
        actor=desk,
        center_id=house.center.id,
        customer_id=house.customers[0].id,
        vehicle_id=house.vehicles[0].id,
        lines=[Line(house.check.id)] * (steps // STEPS_AN_ITEM),
        start=early_today() + timedelta(days=400 + number),
        notes="Range has dropped since the cold days began",
    )
    sheet = jobs.check_in(actor=desk, appointment_id=booked.id, mileage_in=80_000 + number, charge_in=64)
    queued: Sheet = jobs.queue_job(actor=desk, job_id=sheet.job.id)
    return queued


def early_today() -> datetime:
    """Return an hour of today from which the longest visit ends before midnight, whenever the bench runs."""
    return now().replace(hour=2, minute=0, second=0, microsecond=0)


class Copier:
    """Copies a card for other people, and writes all copies together."""

    def __init__(self, house: House, first: Sheet) -> None:
        self.house = house
        self.first = first
        self.rows: dict[type[models.Model], list[Any]] = {kind: [] for kind in KINDS}

    def card(self, worker: int, *, held: bool, **job: Any) -> Sheet:
        """Copy the card for one technician and the customer of the same number."""
        visit = self._visit(worker, **job)
        made = self.add(
            self.first.job,
            id=visit.job_id,
            number=visit.number.replace("-A", "-J"),
            appointment=visit,
            customer_id=visit.customer_id,
            vehicle_id=visit.vehicle_id,
            bay_id=visit.bay_id,
            customer_card=visit.customer_card,
            received_at=now(),
            **job,
        )
        theirs = _theirs(self.house.technicians[worker])
        items = {item.id: self.add(item, job=made, **theirs) for item in self.first.items}
        steps = [self.add(step, job=made, item=items[step.item_id]) for step in self.first.steps]
        promises = [self.add(promise, job=made) for promise in self.first.promises]
        holds = [self.add(_hold(made))] if held else []
        sheet = Sheet(made, list(items.values()), steps, holds, promises)
        made.facts = card_facts(sheet)["job"]
        return sheet

    def _visit(self, worker: int, **job: Any) -> Appointment:
        customer = self.house.customers[worker]
        visit = self.add(
            self.first.job.appointment,
            number=f"{self.house.center.code}-A{100_000 + next(_serial)}",
            job_id=uuid7(),
            customer_id=customer.id,
            customer_card=customer_card(customer.id),
            vehicle_id=self.house.vehicles[worker].id,
            bay_id=self.house.bays[worker % len(self.house.bays)].id,
            status="fulfilled" if job else "checked_in",
            **_theirs(self.house.technicians[worker]),
        )
        for line in self.first.job.appointment.services.all():
            self.add(line, appointment=visit)
        return visit

    def add(self, row: R, **changes: Any) -> R:
        """Keep a copy of a row, under an identifier of its own."""
        made = copy(row)
        made._state = copy(row._state)
        made._state.adding = True
        made.pk = uuid7()
        for name, value in changes.items():
            setattr(made, name, value)
        self.rows[type(row)].append(made)
        return made

    def write(self) -> None:
        """Insert the copies."""
        for kind, rows in self.rows.items():
            kind._default_manager.bulk_create(rows, batch_size=BATCH)
            rows.clear()


def open_cards(house: House, technicians: int, each: int, steps: int) -> list[list[Sheet]]:
    """Write `each` new cards for every technician; return them by technician."""
    copier = Copier(house, pattern(house, steps))
    made = [
        [copier.card(worker, held=card % HELD == 0) for card in range(each)] for worker in range(technicians)
    ]
    copier.write()
    return made


def past_days(house: House, history: int) -> None:
    """Write the days that lie behind: visits that ended, with their cards and bookings, and the centre's events."""
    copier = Copier(house, pattern(house, STEPS_AN_ITEM))
    bays = {row.bay_id: row for row in Resource.objects.filter(kind="bay")}
    people = {row.person_id: row for row in Resource.objects.filter(kind="technician")}
    for number in range(history * PAST_VISITS):
        worker = number % len(house.technicians)
        sheet = copier.card(worker, held=False, stage="closed", closed_at=now())
        # A bay sees eight of the sixty-four technicians a day, one an hour.
        hours = 24 * (1 + number // len(house.technicians)) + worker // len(house.bays)
        start = early_today() - timedelta(hours=hours)
        visit = sheet.job.appointment
        visit.scheduled_start, visit.scheduled_end = start, start + timedelta(hours=1)
        for resource in (bays[visit.bay_id], people[visit.technician_id]):
            period = TimestamptzRange(visit.scheduled_start, visit.scheduled_end, "[)")
            copier.add(ResourceBooking(resource=resource, appointment=visit, period=period))
        if number % BATCH == BATCH - 1:
            copier.write()
    _past_events(f"center:{house.center.id}", history * PAST_EVENTS)


def _past_events(stream: str, amount: int) -> None:
    head = StreamHead.objects.get(stream=stream)
    newest = Event.objects.filter(stream=stream).latest("number")
    for batch in range(0, amount, BATCH):
        Event.objects.bulk_create(
            Event(
                stream=stream,
                number=head.last + 1 + number,
                subject=f"job:{uuid7()}",
                name=newest.name,
                data=newest.data,
                actor_kind="system",
                occurred_at=newest.occurred_at,
            )
            for number in range(batch, batch + BATCH)
        )
    head.last += amount
    head.relayed = head.last
    head.save()


def _theirs(user: User) -> dict[str, Any]:
    return {"technician_id": user.id, "technician_card": staff_card(user.id)}


def _hold(job: JobCard) -> Hold:
    return Hold(job=job, kind="parts", reason="Cabin filter on its way", since=now())
