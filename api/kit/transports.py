"""What the verbs on a transport have in common: named by its id, they answer with the changed appointment."""

from uuid import UUID

from workshop.kernel.actor import Actor
from workshop.scheduling.selectors import transports_visible_to

from .appointments import AppointmentVerb, now
from .verbs import Now


class TransportVerb(AppointmentVerb):
    """A verb on a collection or a return."""

    names = "transport_id"

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the appointment as it is now, with the actions and the version of the transport."""
        row = transports_visible_to(actor).filter(pk=id).only("appointment_id").first()
        found = now(actor, row.appointment_id) if row else None
        if found is None:
            return None
        # A technician at work on the visit does not see its drives.
        drives = [one for one in found.thing.get("transports", []) if one["id"] == str(id)]
        return Now(found.part, drives[0]) if drives else found
