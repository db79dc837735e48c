"""The facts of an appointment: absolute, JSON-ready; events carry them, views restrict them."""

from collections.abc import Iterable
from typing import Any

from workshop.centers.placing import town_of
from workshop.centers.shapes import place_card
from workshop.kernel.clock import iso
from workshop.kernel.money import Money

from .models import Appointment, AppointmentService, VehicleTransport
from .workflow import OUTSIDE


def appointment_facts(
    appointment: Appointment,
    services: list[AppointmentService],
    transports: Iterable[VehicleTransport] = (),
) -> dict[str, Any]:
    """Return everything any audience may see of an appointment."""
    currency = appointment.currency
    return {
        "id": str(appointment.id),
        "version": appointment.version,
        "number": appointment.number,
        "status": appointment.status,
        "lane": appointment.lane,
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
        "duration": appointment.duration,
        "notes": appointment.notes,
        "concern": appointment.concern,
        "photo_count": appointment.photo_count,
        "wished_times": appointment.wished_times,
        "desk_message": appointment.desk_message,
        "wants_loaner": appointment.wants_loaner,
        "loaner": appointment.loaner_card,
        "collects": appointment.collects,
        "transports": [transport_facts(appointment, row) for row in _each_way(transports)],
        "vehicle_unverified": appointment.vehicle_unverified,
        "held_until": iso(appointment.held_until),
        "answer_by": iso(appointment.answer_by),
        "change_until": iso(appointment.change_until),
        "collect_until": iso(appointment.collect_until),
        "late_cancel_fee": Money(appointment.late_cancel_fee, currency).as_json(),
        "cancel_fee": Money(appointment.cancel_fee, currency).as_json(),
        "conflict_since": iso(appointment.conflict_since),
        "conflict_with": str(appointment.conflict_with) if appointment.conflict_with else None,
        "bay": appointment.bay_card,
        "technician": appointment.technician_card,
        "job_id": str(appointment.job_id) if appointment.job_id else None,
        "total_amount": Money(appointment.total_amount, currency).as_json(),
        "payment_status": appointment.payment_status,
        "estimated_completion": iso(appointment.estimated_completion),
        "actual_completion": iso(appointment.actual_completion),
        "ended_reason": appointment.ended_reason,
        "last_change": appointment.last_change,
    }


def facts_of(appointment: Appointment) -> dict[str, Any]:
    """Return an appointment's facts, reading its service lines and transports."""
    lines = sorted(appointment.services.all(), key=lambda line: line.position)
    return appointment_facts(appointment, lines, appointment.transports.all())


def transport_facts(appointment: Appointment, row: VehicleTransport) -> dict[str, Any]:
    """Return everything any audience may see of a transport.

    Its customer changes it until as long before its window as was said for the visit itself (`change_until`).
    """
    cutoff = appointment.scheduled_start - (appointment.change_until or appointment.scheduled_start)
    return {
        "id": str(row.id),
        "version": row.version,
        "direction": row.direction,
        "status": row.status,
        "address": row.address,
        "postcode": row.postcode,
        "town": town_of(row.postcode),
        "window_start": iso(row.window_start),
        "window_end": iso(row.window_end),
        "change_until": iso(row.window_start - cutoff),
        "driver": row.driver_card,
        "keys": row.keys,
        "mileage": row.mileage,
        "photo_count": len(row.photos),
        "reason": row.reason,
        "started_at": iso(row.started_at),
        "ended_at": iso(row.ended_at),
    }


def _each_way(transports: Iterable[VehicleTransport]) -> list[VehicleTransport]:
    """Return the latest transport each way, the collection first."""
    latest = {row.direction: row for row in sorted(transports, key=lambda row: row.id)}
    return [latest[way] for way in VehicleTransport.Direction.values if way in latest]
