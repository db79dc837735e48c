"""Letting go of what is held: by who held it, because they chose another slot, or because the time is over."""

from uuid import UUID

from django.db.models import QuerySet

from workshop.events.log import record
from workshop.kernel.actor import SYSTEM, Actor

from ..events import AppointmentCancelled, AppointmentExpired, about
from ..facts import facts_of
from ..models import Appointment, ResourceBooking, VehicleTransport
from ..workflow import APPOINTMENT, TRANSPORT
from .entry import passed


def free(appointment: Appointment) -> None:
    """Release what an appointment has taken, but for its drivers: a return outlives the work."""
    _release(ResourceBooking.objects.filter(appointment=appointment, transport=None))


def free_driver(transport: VehicleTransport) -> None:
    """Release the driver of a transport."""
    _release(ResourceBooking.objects.filter(transport=transport))


def call_off(appointment: Appointment, *ways: str) -> None:
    """Cancel what is planned these ways, and release its drivers."""
    rows = appointment.transports.select_for_update(no_key=True).filter(status="planned", direction__in=ways)
    for row in rows.order_by("id"):
        row.status = TRANSPORT.find("cancel", row.status).target
        row.version += 1
        row.save()
        free_driver(row)


def _release(bookings: QuerySet[ResourceBooking]) -> None:
    bookings.filter(state=ResourceBooking.State.ACTIVE).update(state=ResourceBooking.State.RELEASED)


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
