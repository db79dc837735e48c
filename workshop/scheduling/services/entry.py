"""A place in the waiting list as it follows its offer: booked with it, or waiting on when it is let go."""

from typing import Any

from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import iso

from ..events import WaitingBooked, WaitingEvent, WaitingOfferPassed, about_waiting
from ..models import Appointment, WaitingEntry
from ..waiting import waiting_facts
from ..workflow import WAITING


def moved(entry: WaitingEntry, event: type[WaitingEvent], actor: Actor, **more: Any) -> WaitingEntry:
    """Save a changed entry under a new version and record what happened, for its centre and for its person."""
    entry.version += 1
    entry.save()
    for one in about_waiting(event, waiting_facts(entry), **more):
        record(one, actor=actor)
    return entry


def taken_up(appointment: Appointment, actor: Actor) -> None:
    """Note that what was offered is booked, where a locked appointment was an offer."""
    if (entry := _offered(appointment)) is not None:
        entry.status = WAITING.find("book", entry.status).target
        moved(entry, WaitingBooked, actor)


def passed(appointment: Appointment, actor: Actor) -> None:
    """Let wait on whom a locked appointment, which is let go or ran out, was offered to; not with this start again."""
    if (entry := _offered(appointment)) is not None:
        entry.status = WAITING.find("wait_on", entry.status).target
        entry.appointment = None
        entry.declined = [*entry.declined, iso(appointment.scheduled_start)]
        moved(entry, WaitingOfferPassed, actor)


def _offered(appointment: Appointment) -> WaitingEntry | None:
    rows = WaitingEntry.objects.select_for_update(no_key=True, of=("self",)).select_related("center")
    return rows.filter(appointment_id=appointment.id, status="offered").first()
