"""Changing an appointment: its words, its time, its bay or technician, in one transaction."""

from datetime import datetime
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor

from ..models import Appointment
from .reschedule import reschedule
from .states import change_notes, find


@command
def amend(
    *,
    actor: Actor,
    appointment_id: UUID,
    notes: str | None = None,
    scheduled_start: datetime | None = None,
    bay_id: UUID | None = None,
    technician_id: UUID | None = None,
    duration: int | None = None,
    version: int | None = None,
) -> Appointment:
    """Change what is given and differs, and keep the rest; raise what `reschedule` and `change_notes` raise."""
    appointment = find(actor, appointment_id, version=version)
    if notes is not None and notes.strip() != appointment.notes:
        appointment = change_notes(actor=actor, appointment_id=appointment_id, notes=notes)
    wanted = {"start": scheduled_start, "bay_id": bay_id, "technician_id": technician_id}
    held = {
        "start": appointment.scheduled_start,
        "bay_id": appointment.bay_id,
        "technician_id": appointment.technician_id,
    }
    if duration is not None or any(value not in (None, held[name]) for name, value in wanted.items()):
        appointment = reschedule(
            actor=actor,
            appointment_id=appointment_id,
            start=scheduled_start,
            bay_id=bay_id,
            technician_id=technician_id,
            duration=duration,
        )
    return appointment
