"""Booking a given start on a bay and a technician: both or nothing, and never twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError
from psycopg.types.range import TimestamptzRange

from workshop.catalog.models import Service
from workshop.centers.hours import is_open
from workshop.centers.models import Bay, OpeningHours, ServiceCenter, StaffProfile
from workshop.centers.numbering import next_number
from workshop.centers.selectors import customer_card_of
from workshop.centers.services import note_patronage
from workshop.centers.shapes import bay_card, staff_card
from workshop.events.command import command
from workshop.events.log import record
from workshop.events.prepared import run
from workshop.events.statements import Writes, select, select_all
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from workshop.vehicles.selectors import lock_vehicle_of_customer
from workshop.vehicles.services import note_at_center
from workshop.vehicles.shapes import vehicle_card

from ..candidates import (
    LOOK_AHEAD_DAYS,
    Candidate,
    Pair,
    Taken,
    candidates_of,
    fitting_bays,
    fitting_technicians,
    next_starts,
    pick,
)
from ..events import AppointmentBooked
from ..facts import appointment_facts
from ..models import NO_OVERLAP, Appointment, AppointmentService, ResourceBooking
from ..selectors import busy

MOST_SERVICES = 20
MOST_QUANTITY = 20
WALK_IN_GRACE = timedelta(minutes=5)
CLASHING = "vehicle_id = %s AND scheduled_start < %s AND scheduled_end > %s AND status <> ALL(%s) AND id <> %s LIMIT 1"
LOCKED = "SELECT id FROM scheduling_resource WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
ENDED = ("cancelled", "rejected", "expired", "no_show", "fulfilled")


@dataclass(frozen=True, slots=True)
class Line:
    """A service to book, and how often."""

    service_id: UUID
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Visit:
    """What is to be booked, checked: the services in order, start and end."""

    center: ServiceCenter
    hours: list[OpeningHours]
    services: list[tuple[Service, int]]
    start: datetime
    end: datetime

    @property
    def kinds(self) -> list[Service]:
        """Return the services without their quantities."""
        return [service for service, _ in self.services]


@command
def book(
    *,
    actor: Actor,
    center_id: UUID,
    customer_id: UUID,
    vehicle_id: UUID,
    lines: Sequence[Line],
    start: datetime,
    notes: str = "",
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
) -> Appointment:
    """Confirm an appointment at a start, with any free bay and technician that fit, or the ones named.

    Customers book for themselves, the desk for anybody. Raises NotFound, Forbidden, Invalid (`start_in_past`,
    `outside_opening_hours`, `unknown_service`, `not_a_bay_here`, ...) and Conflict `slot_taken` with the next free
    starts, or `vehicle_busy`.
    """
    found = select(ServiceCenter, "id = %s AND status = 'approved' AND is_active", (center_id,))
    if not found:
        raise NotFound()
    (center,) = found
    desk = actor.at_desk(center_id)
    if not desk and actor.id != customer_id:
        raise Forbidden()
    vehicle = lock_vehicle_of_customer(vehicle_id, customer_id)
    if vehicle is None:
        raise NotFound("vehicle_not_found", "This vehicle is not one of the customer's.")
    at = now()
    visit = checked_visit(
        center, lines, start, vehicle_kind=vehicle.kind, not_before=at - WALK_IN_GRACE if desk else at
    )
    appointment = Appointment(
        number="",
        center=center,
        customer_id=customer_id,
        vehicle=vehicle,
        status="confirmed",
        scheduled_start=visit.start,
        scheduled_end=visit.end,
        estimated_completion=visit.end,
        notes=notes.strip(),
        customer_card=customer_card_of(customer_id),
        vehicle_card=vehicle_card(vehicle),
        currency=center.currency,
        total_amount=sum((service.base_price * quantity for service, quantity in visit.services), Decimal(0)),
    )
    pair = lock_pair(visit, bay_id, technician_id)
    _vehicle_is_free(appointment)
    assign(appointment, pair)
    appointment.number = next_number(center, "A")
    booked = [
        AppointmentService(
            appointment=appointment,
            service=service,
            position=position,
            name=service.name,
            quantity=quantity,
            price=service.base_price,
            duration=service.estimated_duration,
        )
        for position, (service, quantity) in enumerate(visit.services, start=1)
    ]
    writes = Writes()
    for row in (appointment, *booked):
        writes.insert(row)
    note_patronage(person_id=customer_id, center_id=center_id, writes=writes)
    note_at_center(vehicle_id=vehicle_id, center_id=center_id, writes=writes)
    take(appointment, pair, writes)
    appointment.told = appointment_facts(appointment, booked)
    record(
        AppointmentBooked(
            stream=f"center:{center_id}",
            subject=f"appointment:{appointment.id}",
            data={"appointment": appointment.told},
        ),
        actor=actor,
    )
    return appointment


def checked_visit(
    center: ServiceCenter, lines: Sequence[Line], start: datetime, *, vehicle_kind: str, not_before: datetime
) -> Visit:
    """Return the visit when everything asked for makes sense; raise Invalid with the field that does not."""
    if not 1 <= len(lines) <= MOST_SERVICES:
        raise Invalid("services_count", fields={"services": [f"Choose 1 to {MOST_SERVICES} services."]})
    if any(not 1 <= line.quantity <= MOST_QUANTITY for line in lines):
        raise Invalid("quantity", fields={"services": [f"A quantity is 1 to {MOST_QUANTITY}."]})
    wanted = [line.service_id for line in lines]
    offered, hours = select_all(
        (Service, "center_id = %s AND is_active AND id = ANY(%s)", (center.id, wanted)),
        (OpeningHours, "center_id = %s", (center.id,)),
    )
    known = {row.id: row for row in offered}
    if any(line.service_id not in known for line in lines):
        raise Invalid(
            "unknown_service",
            "A service is not offered at this centre.",
            next="Choose from the centre's services.",
            fields={"services": ["One of these is not offered here."]},
        )
    services = [(known[line.service_id], line.quantity) for line in lines]
    for service, _ in services:
        if service.vehicle_kinds and vehicle_kind not in service.vehicle_kinds:
            raise Invalid(
                "service_not_for_vehicle",
                f"“{service.name}” is not for this kind of vehicle.",
                fields={"services": [f"“{service.name}” does not fit the vehicle."]},
            )
    end = start + timedelta(
        minutes=sum(service.estimated_duration * quantity for service, quantity in services)
    )
    if start < not_before:
        raise Invalid(
            "start_in_past",
            "This start has passed.",
            next="Choose a later time.",
            fields={"scheduled_start": ["Choose a time in the future."]},
        )
    if not is_open(hours, center.time_zone, start, end):
        raise Invalid(
            "outside_opening_hours",
            f"{center.name} is not open for the whole visit.",
            next="Choose a time within opening hours.",
            fields={"scheduled_start": ["The centre is closed then."]},
        )
    return Visit(center, hours, services, start, end)


def lock_pair(
    visit: Visit, bay_id: UUID | None, technician_id: UUID | None, *, besides: UUID | None = None
) -> Pair:
    """Lock every resource that fits, in id order, and return a free bay and technician.

    `besides` is the appointment whose own bookings do not count. Raises Invalid when a named one does not fit, and
    Conflict `slot_taken` with the next free starts.
    """
    candidates = candidates_of(visit.center.id)
    bays = _named(fitting_bays(candidates, visit.kinds), "bay_id", bay_id)
    people = _named(
        fitting_technicians(candidates, visit.kinds, visit.start.date()), "technician_id", technician_id
    )
    everything = bays + people
    run((LOCKED, ([row.id for row in everything],)))
    taken = _taken(everything, visit, besides)
    pair = pick(bays, people, taken, visit.start, visit.end)
    if pair is None:
        raise slot_taken(visit, bays, people, besides)
    return pair


def slot_taken(
    visit: Visit, bays: list[Candidate], people: list[Candidate], besides: UUID | None
) -> Conflict:
    """Return the refusal of a slot that is gone, with the next three that are free."""
    duration = visit.end - visit.start
    whole = replace(visit, end=visit.start + timedelta(days=LOOK_AHEAD_DAYS + 1))
    taken = _taken(bays + people, whole, besides)
    free = next_starts(visit.center, visit.hours, bays, people, taken, max(visit.start, now()), duration, 3)
    return Conflict(
        "slot_taken",
        "This time was just taken.",
        next="Choose one of the next free times." if free else "Choose another day.",
        next_free=[start.isoformat() for start in free],
    )


def assign(appointment: Appointment, pair: Pair) -> None:
    """Write the bay and the technician onto an appointment, with their cards."""
    person_id = pair.technician.person_id
    (bay,), (profile,) = select_all(
        (Bay, "id = %s", (pair.bay.bay_id,)), (StaffProfile, "user_id = %s", (person_id,))
    )
    appointment.bay, appointment.bay_card = bay, bay_card(bay)
    appointment.technician_id, appointment.technician_card = person_id, staff_card(profile)


def take(appointment: Appointment, pair: Pair, writes: Writes | None = None) -> None:
    """Book both resources for the appointment's time, together with `writes`; the constraint has the last word."""
    period = TimestamptzRange(appointment.scheduled_start, appointment.scheduled_end, "[)")
    writes = writes or Writes()
    for resource in sorted(pair, key=lambda row: row.id):
        writes.insert(ResourceBooking(resource_id=resource.id, appointment=appointment, period=period))
    try:
        writes.send()
    except IntegrityError as error:
        if NO_OVERLAP not in str(error):
            raise
        raise Conflict("slot_taken", "This time was just taken.", next="Choose another time.") from error


def _named(fitting: list[Candidate], field: str, wanted: UUID | None) -> list[Candidate]:
    kind = "bay" if field == "bay_id" else "technician"
    if wanted is None:
        if not fitting:
            raise Conflict(
                f"no_{kind}_fits",
                f"No {kind} of this centre can do all of these services.",
                next=f"Choose fewer services, or have an administrator add a {kind} for them.",
            )
        return fitting
    named = [row for row in fitting if wanted in (row.bay_id, row.person_id)]
    if not named:
        raise Invalid(
            f"{kind}_does_not_fit",
            f"This {kind} is not one of the centre's that can do these services.",
            next=f"Choose another {kind}, or leave it open.",
            fields={field: [f"Choose a {kind} that fits."]},
        )
    return named


def _taken(resources: list[Candidate], visit: Visit, besides: UUID | None) -> Taken:
    if besides is None:
        return busy(resources, visit.start, visit.end)
    own = ResourceBooking.objects.filter(appointment_id=besides, state="active").values_list(
        "resource_id", "period"
    )
    taken = busy(resources, visit.start, visit.end)
    for resource_id, period in own:
        if (period.lower, period.upper) in taken.get(resource_id, []):
            taken[resource_id].remove((period.lower, period.upper))
    return taken


def _vehicle_is_free(appointment: Appointment) -> None:
    clashing = (
        appointment.vehicle_id,
        appointment.scheduled_end,
        appointment.scheduled_start,
        list(ENDED),
        appointment.id,
    )
    clash = next(iter(select(Appointment, CLASHING, clashing)), None)
    if clash is not None:
        raise Conflict(
            "vehicle_busy",
            f"This vehicle already has visit {clash.number} at that time.",
            next="Change that visit, or choose another time.",
        )
