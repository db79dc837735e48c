"""Who changed a visit last and what they did: written in the statement that changes it, read at the desk."""

from datetime import datetime

from workshop.kernel.actor import Actor
from workshop.kernel.clock import iso, now

from .events import (
    AppointmentAnswerUndone,
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentChanged,
    AppointmentCheckedIn,
    AppointmentEvent,
    AppointmentExpired,
    AppointmentFulfilled,
    AppointmentHeld,
    AppointmentMissed,
    AppointmentProposed,
    AppointmentRejected,
    AppointmentRequested,
    AppointmentRescheduled,
)
from .models import Appointment

MOVED, RESIZED, REASSIGNED = "moved", "resized", "reassigned"
DEEDS: dict[type[AppointmentEvent], str] = {
    AppointmentHeld: "held",
    AppointmentRequested: "requested",
    AppointmentProposed: "proposed",
    AppointmentRejected: "rejected",
    AppointmentAnswerUndone: "answer_undone",
    AppointmentExpired: "expired",
    AppointmentBooked: "booked",
    AppointmentRescheduled: MOVED,
    AppointmentChanged: "noted",
    AppointmentCancelled: "cancelled",
    AppointmentMissed: "missed",
    AppointmentCheckedIn: "checked_in",
    AppointmentFulfilled: "fulfilled",
}
"""What somebody did, by its event. A conflict that comes or goes is nobody's deed, so it has none."""
ALL_DEEDS = [*DEEDS.values(), RESIZED, REASSIGNED]
WHO = STAFF, CUSTOMER, SYSTEM = "staff", "customer", "system"


def note_change(
    appointment: Appointment,
    event: type[AppointmentEvent],
    actor: Actor,
    deed: str | None = None,
    freed: datetime | None = None,
) -> None:
    """Write on an appointment who makes the change that is about to be saved; `deed` where the event is not enough.

    What is moved keeps the start that was given up, `freed`, so that whoever comes later still reads from when.

    `version` is the one that it gets by this, so that a reader knows whether a newer one is still theirs.
    """
    done = deed or DEEDS.get(event)
    of_itself = actor.kind == "system"
    if done is None or (of_itself and event is AppointmentChanged):
        return
    staff = not of_itself and _works_there(actor, appointment)
    appointment.last_change = {
        "version": appointment.version,
        "deed": done,
        "by": SYSTEM if of_itself else STAFF if staff else CUSTOMER,
        "person": {"id": str(actor.id), "name": actor.name} if staff else None,
        "at": iso(now()),
        "moved_from": iso(freed) if done == MOVED else None,
    }


def _works_there(actor: Actor, appointment: Appointment) -> bool:
    """Say whether somebody acts by their work; a technician whose own vehicle it is does not."""
    if actor.at_desk(appointment.center_id):
        return True
    return actor.holds(appointment.center_id, "technician") and actor.id != appointment.customer_id
