"""What scheduling does about news: who becomes a technician can be booked, and customers hear of their visits."""

from uuid import UUID

from workshop.centers.events import RoleGiven
from workshop.centers.models import StaffProfile
from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from . import events
from .services import add_person_resource, tell_customer


@reaction(RoleGiven)
def make_technician_bookable(event: Recorded) -> None:
    """Make the person a resource of the centre; one who is already, stays as they are."""
    if event.data["role"] != "technician":
        return
    person_id = UUID(event.data["person_id"])
    profile = StaffProfile.objects.filter(user_id=person_id).first()
    add_person_resource(
        center_id=UUID(event.data["center_id"]), person_id=person_id, name=profile.name if profile else ""
    )


@reaction(*events.ALL)
def tell_of_visit(event: Recorded) -> None:
    """Tell a customer how a visit of theirs stands: a reaction, so that no booking waits for a second stream."""
    tell_customer(appointment_id=UUID(event.data["appointment"]["id"]))
