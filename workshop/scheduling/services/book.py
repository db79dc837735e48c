"""Booking a given start on a bay and a technician: both or nothing, and never twice."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from workshop.centers.models import ServiceCenter
from workshop.centers.numbering import next_number
from workshop.centers.selectors import customer_card_of
from workshop.centers.services import note_patronage
from workshop.events.command import command
from workshop.events.log import record
from workshop.events.statements import Writes, select
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Forbidden, NotFound
from workshop.vehicles.selectors import lock_vehicle_of_customer
from workshop.vehicles.services import note_at_center
from workshop.vehicles.shapes import vehicle_card

from ..events import AppointmentBooked
from ..facts import appointment_facts
from ..models import Appointment, AppointmentService
from .pair import assign, lock_pair, take
from .visit import WALK_IN_GRACE, Line, checked_visit

CLASHING = "vehicle_id = %s AND scheduled_start < %s AND scheduled_end > %s AND status <> ALL(%s) AND id <> %s LIMIT 1"
ENDED = ("cancelled", "rejected", "expired", "no_show", "fulfilled")


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
