"""The facts of an appointment: absolute, JSON-ready; events carry them, views restrict them."""

from typing import Any

from workshop.centers.shapes import place_card
from workshop.kernel.clock import iso
from workshop.kernel.money import Money

from .models import Appointment, AppointmentService
from .workflow import OUTSIDE


def appointment_facts(appointment: Appointment, services: list[AppointmentService]) -> dict[str, Any]:
    """Return everything any audience may see of an appointment."""
    currency = appointment.currency
    return {
        "id": str(appointment.id),
        "version": appointment.version,
        "number": appointment.number,
        "status": appointment.status,
        "outside_status": OUTSIDE[appointment.status],
        "center_id": str(appointment.center_id),
        "center": place_card(appointment.center),
        "customer": appointment.customer_card,
        "vehicle": appointment.vehicle_card,
        "services": [
            {
                "id": str(line.id),
                "service_id": str(line.service_id),
                "name": line.name,
                "quantity": line.quantity,
                "price": Money(line.price, currency).as_json(),
                "duration": line.duration,
            }
            for line in services
        ],
        "scheduled_start": iso(appointment.scheduled_start),
        "scheduled_end": iso(appointment.scheduled_end),
        "notes": appointment.notes,
        "bay": appointment.bay_card,
        "technician": appointment.technician_card,
        "job_id": str(appointment.job_id) if appointment.job_id else None,
        "total_amount": Money(appointment.total_amount, currency).as_json(),
        "payment_status": appointment.payment_status,
        "estimated_completion": iso(appointment.estimated_completion),
        "actual_completion": iso(appointment.actual_completion),
        "ended_reason": appointment.ended_reason,
    }


def facts_of(appointment: Appointment) -> dict[str, Any]:
    """Return an appointment's facts, reading its service lines."""
    return appointment_facts(appointment, sorted(appointment.services.all(), key=lambda line: line.position))
