"""What scheduling does about news from below: who becomes a technician or a driver somewhere can be booked there."""

from uuid import UUID

from workshop.centers.events import CapacityChanged, RoleGiven
from workshop.centers.models import StaffProfile
from workshop.centers.selectors import drivers_of
from workshop.events.event import Recorded
from workshop.events.reactions import reaction
from workshop.kernel.actor import SYSTEM

from .models import Resource
from .services import make_bookable


@reaction(RoleGiven)
def make_technician_bookable(event: Recorded) -> None:
    """Make the person a resource of the centre; one who is already, stays as they are."""
    if event.data["role"] != "technician":
        return
    person_id = UUID(event.data["person_id"])
    profile = StaffProfile.objects.filter(user_id=person_id).first()
    center_id = UUID(event.data["center_id"])
    name = profile.name if profile else ""
    make_bookable(actor=SYSTEM, center_id=center_id, person_id=person_id, name=name, kind="technician")


@reaction(CapacityChanged)
def make_drivers_bookable(event: Recorded) -> None:
    """Make resources of those who may drive for the centre; those who are already, stay as they are."""
    center_id = UUID(event.data["center_id"])
    bookable = set(
        Resource.objects.filter(center_id=center_id, kind="driver").values_list("person_id", flat=True)
    )
    for profile in drivers_of(center_id):
        if profile.user_id not in bookable:
            make_bookable(
                actor=SYSTEM,
                center_id=center_id,
                person_id=profile.user_id,
                name=profile.name,
                kind="driver",
            )
