"""What scheduling does about news from below: who becomes a technician somewhere can be booked there."""

from uuid import UUID

from workshop.centers.events import RoleGiven
from workshop.centers.models import StaffProfile
from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from .services import add_person_resource


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
