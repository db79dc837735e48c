"""When work overruns into the next booking: the conflict is marked, and moves that the desk confirms resolve it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from workshop.events.command import command
from workshop.kernel.actor import SYSTEM, Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid, NotFound

from ..events import AppointmentChanged, AppointmentConflicted
from ..models import Appointment, ResourceBooking
from ..selectors import visible_to
from .reschedule import give_up, reschedule
from .states import changed

MOST_MOVES = 20
WAITS = Q(status__in=("confirmed", "proposed")) | Q(status="checked_in", actual_start=None)
"""The visits that still wait for their place: those to come, and those received whose work has not begun."""
IN_CONFLICT = Q(conflict_since__isnull=False) & WAITS


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a visit goes, by the version of it that was seen."""

    appointment_id: UUID
    version: int
    start: datetime
    bay_id: UUID | None = None
    technician_id: UUID | None = None


@command
def expect_end(
    *, appointment_id: UUID, end: datetime | None, begun: datetime | None = None
) -> list[Appointment]:
    """Note when a visit will be done by what is known now, None when it is; return the visits it newly runs into.

    Its resources are taken until then, for whoever books from now on. The visits behind it on these that begin before
    then are marked, and those that no longer do are not any more. Work on it that has `begun` waits for nobody: the
    visit itself is not in conflict any more.
    """
    rows = Appointment.objects.select_for_update(no_key=True, of=("self",)).select_related("center")
    appointment = rows.get(pk=appointment_id)
    if appointment.actual_start != begun:
        appointment.actual_start = begun
        if begun and appointment.conflict_since:
            _unmark(appointment)
        else:
            appointment.save(update_fields=["actual_start"])
    bookings = list(
        appointment.bookings.filter(state=ResourceBooking.State.ACTIVE, transport=None)
        .select_for_update()
        .order_by("id")
    )
    last: dict[UUID, ResourceBooking] = {}
    for booking in bookings:
        if booking.resource_id not in last or last[booking.resource_id].period.upper < booking.period.upper:
            last[booking.resource_id] = booking
    for booking in last.values():
        late = end if end and end > booking.period.upper else None
        if booking.expected_end != late:
            booking.expected_end = late
            booking.save(update_fields=["expected_end"])
    hit = set()
    for booking in last.values() if end else ():
        behind = ResourceBooking.objects.filter(
            resource_id=booking.resource_id,
            state=ResourceBooking.State.ACTIVE,
            period__startswith__gte=booking.period.upper,
            period__startswith__lt=end,
        ).exclude(appointment=appointment)
        hit |= set(behind.values_list("appointment_id", flat=True))
    return _mark(appointment, hit)


@command
def move_all(*, actor: Actor, moves: Sequence[Moved]) -> list[Appointment]:
    """Make several moves at once, all or none: what one gives up, another may take, its driver, too.

    Raises NotFound, Stale, Invalid for none or too many, and what `reschedule` raises. Each customer is told once.
    """
    if not 1 <= len(moves) <= MOST_MOVES:
        raise Invalid("moves_count", fields={"moves": [f"Choose 1 to {MOST_MOVES} moves."]})
    ids = [move.appointment_id for move in moves]
    seen = visible_to(actor).filter(pk__in=ids)
    held = {
        row.id: row
        for row in Appointment.objects.filter(pk__in=seen).select_for_update(no_key=True).order_by("id")
    }
    if len(held) != len(ids) or not all(actor.at_desk(row.center_id) for row in held.values()):
        raise NotFound()
    for move in moves:
        give_up(held[move.appointment_id], move.start)
    return [
        reschedule(
            actor=actor,
            appointment_id=move.appointment_id,
            start=move.start,
            bay_id=move.bay_id,
            technician_id=move.technician_id,
            version=move.version,
        )
        for move in moves
    ]


def in_conflict(center_id: UUID) -> QuerySet[Appointment]:
    """Return the visits of a centre that are in conflict, the soonest first."""
    rows = Appointment.objects.filter(IN_CONFLICT, center_id=center_id)
    return rows.select_related("center").order_by("scheduled_start", "id")


def _mark(cause: Appointment, hit: set[UUID]) -> list[Appointment]:
    rows = (
        Appointment.objects.select_for_update(no_key=True, of=("self",))
        .select_related("center")
        .filter(WAITS)
    )
    for appointment in rows.filter(conflict_with=cause.id).exclude(pk__in=hit).order_by("id"):
        _unmark(appointment)
    fresh = list(rows.filter(pk__in=hit, conflict_since__isnull=True).order_by("id"))
    for appointment in fresh:
        appointment.conflict_since, appointment.conflict_with = now(), cause.id
        changed(appointment, AppointmentConflicted, SYSTEM)
    return fresh


def _unmark(appointment: Appointment) -> None:
    appointment.conflict_since = appointment.conflict_with = None
    changed(appointment, AppointmentChanged, SYSTEM)
