"""Writing an appointment that is somebody's now: its number, its bookings, what the centre knows, and the news."""

from collections.abc import Sequence

from workshop.centers.numbering import next_number
from workshop.centers.services import note_patronage
from workshop.events.log import record
from workshop.events.statements import Writes
from workshop.kernel.actor import Actor
from workshop.vehicles.services import note_at_center

from ..changes import note_change
from ..events import AppointmentBooked, AppointmentEvent, AppointmentHeld, about
from ..facts import appointment_facts
from ..models import Appointment, AppointmentService
from .allocate import Allocation, take
from .visit import Visit


def settle(
    appointment: Appointment,
    booked: Sequence[AppointmentService],
    visit: Visit,
    allocation: Allocation | None,
    actor: Actor,
    event: type[AppointmentEvent] = AppointmentBooked,
) -> Appointment:
    """Write a new appointment with all that comes with it, in one message; raise Conflict `slot_taken`."""
    writes = Writes()
    if appointment.customer_id is not None:
        known(appointment, writes)
    if event is not AppointmentHeld:
        appointment.number = next_number(appointment.center, "A")
    note_change(appointment, event, actor)
    for row in (appointment, *booked):
        writes.insert(row)
    if allocation is None:
        writes.send()
    else:
        take(appointment, visit, allocation, writes)
    transports = [leg.row for leg, _ in allocation.trips] if allocation else []
    appointment.told = appointment_facts(appointment, list(booked), transports)
    record(about(event, appointment.told), actor=actor)
    return appointment


def known(appointment: Appointment, writes: Writes | None = None) -> None:
    """Note that the centre knows the customer and the vehicle; one that is not proven theirs, only when it is there."""
    center_id = appointment.center_id
    if appointment.customer_id is not None:
        note_patronage(person_id=appointment.customer_id, center_id=center_id, writes=writes)
    if appointment.vehicle_id is not None and not appointment.vehicle_unverified:
        note_at_center(vehicle_id=appointment.vehicle_id, center_id=center_id, writes=writes)
