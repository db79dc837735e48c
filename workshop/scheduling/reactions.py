"""What scheduling does about news from below: who becomes a technician or a driver somewhere can be booked there."""

from uuid import UUID

from workshop.centers.events import RoleGiven, StaffProfileWritten
from workshop.centers.models import Membership, StaffProfile
from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from .services import add_person_resource


@reaction(RoleGiven, StaffProfileWritten)
def make_people_bookable(event: Recorded) -> None:
    """Make the person a resource of each centre as what they are there; who is already, stays as they are."""
    person_id = UUID(event.data["person_id"])
    profile = StaffProfile.objects.filter(user_id=person_id).first()
    held = Membership.objects.filter(user_id=person_id, ended_at__isnull=True, center__isnull=False)
    for center_id, role in held.exclude(role=Membership.Role.CUSTOMER).values_list("center_id", "role"):
        kinds = ["technician"] if role == Membership.Role.TECHNICIAN else []
        kinds += ["driver"] if profile and profile.is_driver else []
        for kind in kinds:
            add_person_resource(
                center_id=center_id, person_id=person_id, name=profile.name if profile else "", kind=kind
            )
