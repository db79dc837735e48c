"""A bay takes one vehicle at a time that is worked on; those that wait may be planned for it."""

from uuid import UUID

from workshop.centers.models import Bay
from workshop.kernel.errors import Conflict, Invalid

from ..models import JobCard

WORKED_ON = ("diagnosis", "in_progress")


def bay_for(job: JobCard, bay_id: UUID) -> Bay:
    """Return a bay of the card's centre and keep it until the commit.

    Raises Invalid `not_a_bay_here`, and Conflict `bay_taken` when both the card's and another vehicle are worked on.
    """
    bays = Bay.objects.select_for_update(no_key=True)
    bay = bays.filter(pk=bay_id, center_id=job.center_id, is_active=True).first()
    if bay is None:
        raise Invalid(
            "not_a_bay_here",
            "This bay is not one of the centre's.",
            fields={"bay_id": ["Choose a bay of this centre."]},
        )
    if job.stage not in WORKED_ON:
        return bay
    there = JobCard.objects.filter(bay_id=bay_id, stage__in=WORKED_ON).exclude(pk=job.pk).first()
    if there is not None:
        raise Conflict(
            "bay_taken",
            f"{there.vehicle_card['plate']} is being worked on in {bay.name}.",
            next="Move that vehicle first, or choose another bay.",
        )
    return bay
