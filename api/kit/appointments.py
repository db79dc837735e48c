"""What the verbs on an appointment have in common: their answer is the changed appointment."""

from typing import Any, ClassVar
from uuid import UUID

from rest_framework.serializers import Serializer

from workshop.kernel.actor import Actor
from workshop.scheduling.models import Appointment
from workshop.scheduling.selectors import appointment_now, view

from .shapes.appointment import AppointmentChangeShape
from .verbs import Now, Verb


def changed(appointment: Appointment, actor: Actor) -> dict[str, Any]:
    """Return a changed appointment, in the form of a frame's data."""
    return {"appointment": view(appointment, actor)}


def now(actor: Actor, id: UUID) -> Now | None:
    """Return an appointment as it is now; None when the actor does not see it."""
    found = appointment_now(actor, id)
    return None if found is None else Now({"appointment": found}, found)


class AppointmentVerb(Verb):
    """A verb on an appointment."""

    answer: ClassVar[type[Serializer[Any]]] = AppointmentChangeShape
    names = "appointment_id"

    def shape(self, actor: Actor, result: Appointment) -> dict[str, Any]:
        """Return the changed appointment."""
        return changed(result, actor)

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the appointment as it is now."""
        return now(actor, id)
