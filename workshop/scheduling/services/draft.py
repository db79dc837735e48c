"""What every new appointment is made of, before it is written."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from workshop.centers.selectors import customer_card_of
from workshop.events.statements import select
from workshop.kernel.clock import iso
from workshop.kernel.errors import Conflict
from workshop.vehicles.models import Vehicle
from workshop.vehicles.shapes import vehicle_card

from ..models import Appointment, AppointmentService, BookingRules
from ..windows import last_start
from .visit import Visit

CLASHING = "vehicle_id = %s AND scheduled_start < %s AND scheduled_end > %s AND status <> ALL(%s) AND id <> %s LIMIT 1"
NOT_THERE = ("cancelled", "rejected", "expired", "no_show", "fulfilled", "requested", "held")
"""What an appointment may be while its vehicle is elsewhere at its time."""


def drafted(
    visit: Visit, *, status: str, lane: str = "instant", duration: int | None = None, notes: str = ""
) -> tuple[Appointment, list[AppointmentService]]:
    """Return a new appointment and its service lines, nobody's yet and not written."""
    appointment = Appointment(
        center=visit.center,
        lane=lane,
        status=status,
        scheduled_start=visit.start,
        scheduled_end=visit.end,
        estimated_completion=visit.end,
        duration=duration,
        wants_loaner=visit.loaner,
        notes=notes.strip(),
        currency=visit.center.currency,
        total_amount=sum(
            (service.base_price * quantity for service, quantity, _ in visit.services), Decimal(0)
        ),
    )
    booked = [
        AppointmentService(
            appointment=appointment,
            service=service,
            position=position,
            name=service.name,
            quantity=quantity,
            price=service.base_price,
            duration=minutes,
        )
        for position, (service, quantity, minutes) in enumerate(visit.services, start=1)
    ]
    return appointment, booked


def whose(
    appointment: Appointment, customer_id: UUID, vehicle: Vehicle, card: dict[str, str] | None = None
) -> None:
    """Write whose an appointment is and for which vehicle, with their cards; the customer's is read unless given."""
    appointment.customer_id, appointment.customer_card = customer_id, card or customer_card_of(customer_id)
    appointment.vehicle, appointment.vehicle_card = vehicle, vehicle_card(vehicle)


def terms(appointment: Appointment, rules: BookingRules) -> None:
    """Write until when the customer may change it for nothing, and what then; whether and until when it is fetched."""
    appointment.change_until = appointment.scheduled_start - timedelta(minutes=rules.cancel_cutoff)
    appointment.late_cancel_fee = rules.late_cancel_fee
    appointment.collects = rules.offers_collection
    last = last_start(appointment.scheduled_start, rules.collection_window)
    appointment.collect_until = last - timedelta(minutes=rules.lead_time)


def vehicle_is_free(appointment: Appointment) -> None:
    """Raise Conflict `vehicle_busy` with the start when the vehicle has another visit; its customer is told which."""
    clashing = (
        appointment.vehicle_id,
        appointment.scheduled_end,
        appointment.scheduled_start,
        list(NOT_THERE),
        appointment.id,
    )
    clash = next(iter(select(Appointment, CLASHING, clashing)), None)
    if clash is None:
        return
    if clash.customer_id != appointment.customer_id:
        raise Conflict(
            "vehicle_busy",
            "This vehicle already has a visit at that time.",
            next="Choose another time, or call the workshop.",
            scheduled_start=iso(appointment.scheduled_start),
        )
    zone = ZoneInfo(clash.center.time_zone)
    start, end = clash.scheduled_start.astimezone(zone), clash.scheduled_end.astimezone(zone)
    raise Conflict(
        "vehicle_busy",
        f"This vehicle already has visit {clash.number} on {start:%d/%m} from {start:%H:%M} to {end:%H:%M}.",
        next="Change that visit, or choose another time.",
        scheduled_start=iso(appointment.scheduled_start),
        visit=own_visit(clash),
    )


def own_visit(appointment: Appointment) -> dict[str, Any]:
    """Return which visit it is and when, JSON-ready, for its customer."""
    return {
        "number": appointment.number,
        "scheduled_start": iso(appointment.scheduled_start),
        "scheduled_end": iso(appointment.scheduled_end),
    }
