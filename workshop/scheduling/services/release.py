"""Letting go of what is held: by who held it, because they chose another slot, or because the time is over."""

from uuid import UUID

from workshop.events.log import record
from workshop.kernel.actor import SYSTEM, Actor

from ..events import AppointmentCancelled, AppointmentExpired, about
from ..facts import facts_of
from ..models import Appointment, ResourceBooking
from ..workflow import APPOINTMENT
from .entry import passed


def free(appointment: Appointment) -> None:
    """Release the bookings of an appointment."""
    ResourceBooking.objects.filter(appointment=appointment, state=ResourceBooking.State.ACTIVE).update(
        state=ResourceBooking.State.RELEASED
    )


def release_hold(appointment: Appointment, actor: Actor) -> None:
    """Cancel a locked hold for another one."""
    _end(appointment, "cancel", actor)


def expire_locked(appointment: Appointment) -> None:
    """Let a locked hold, request or proposal expire."""
    _end(appointment, "expire", SYSTEM)


def expire_overdue(ids: list[UUID]) -> None:
    """Let holds expire whose time is over and whose rows this transaction has locked."""
    for appointment in Appointment.objects.filter(pk__in=ids, status="held").select_related("center"):
        expire_locked(appointment)


def _end(appointment: Appointment, verb: str, actor: Actor) -> None:
    appointment.status = APPOINTMENT.find(verb, appointment.status).target
    appointment.version += 1
    free(appointment)
    appointment.save()
    event = AppointmentExpired if verb == "expire" else AppointmentCancelled
    record(about(event, facts_of(appointment), freed=appointment.scheduled_start), actor=actor)
    passed(appointment, actor)
