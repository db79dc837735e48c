"""The bay and the technician of a visit: found free, locked and booked together."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError
from psycopg.types.range import TimestamptzRange

from workshop.centers.models import Bay, StaffProfile
from workshop.centers.shapes import bay_card, staff_card
from workshop.events.prepared import run
from workshop.events.statements import Writes, select_all
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Invalid

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
from ..models import NO_OVERLAP, Appointment, ResourceBooking
from ..selectors import busy
from .visit import Visit

LOCKED = "SELECT id FROM scheduling_resource WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"


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
