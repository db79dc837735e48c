"""A bay takes one vehicle at a time that is worked on."""

from uuid import UUID

from workshop.centers.models import Bay
from workshop.kernel.errors import Conflict, Invalid

from ..models import JobCard


def free_bay(bay_id: UUID, job: JobCard) -> Bay:
    """Return a bay of the card's centre and keep it until the commit.

    Raises Invalid `not_a_bay_here`, and Conflict `bay_taken` while another vehicle is worked on there.
    """
    bays = Bay.objects.select_for_update(no_key=True)
    bay = bays.filter(pk=bay_id, center_id=job.center_id, is_active=True).first()
    if bay is None:
        raise Invalid(
            "not_a_bay_here",
            "This bay is not one of the centre's.",
            fields={"bay_id": ["Choose a bay of this centre."]},
        )
    worked_on = JobCard.objects.filter(bay_id=bay_id, stage__in=("diagnosis", "in_progress"))
    there = worked_on.exclude(pk=job.pk).first()
    if there is not None:
        raise Conflict(
            "bay_taken",
            f"{there.vehicle_card['plate']} stands in bay {bay.name}.",
            next="Move that vehicle first, or choose another bay.",
        )
    return bay
