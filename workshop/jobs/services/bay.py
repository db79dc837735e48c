"""A bay takes one vehicle at a time that is worked on or checked; those that wait may be planned for it."""

from uuid import UUID

from workshop.centers.models import Bay
from workshop.kernel.errors import Conflict, Invalid

from ..models import JobCard

DOING = {"diagnosis": "inspected", "in_progress": "worked on", "quality_check": "checked"}
"""What is done with a vehicle that has its bay for itself, by the stage of its card."""


def bay_for(job: JobCard, bay_id: UUID) -> Bay:
    """Return a bay of the card's centre and keep it until the commit.

    Raises Invalid `not_a_bay_here`, and Conflict `bay_taken` when the card's vehicle and another are both in work.
    """
    bays = Bay.objects.select_for_update(no_key=True)
    bay = bays.filter(pk=bay_id, center_id=job.center_id, is_active=True).first()
    if bay is None:
        raise Invalid(
            "not_a_bay_here",
            "This bay is not one of the centre's.",
            fields={"bay_id": ["Choose a bay of this centre."]},
        )
    if job.stage not in DOING:
        return bay
    there = JobCard.objects.filter(bay_id=bay_id, stage__in=DOING).exclude(pk=job.pk).first()
    if there is not None:
        raise Conflict(
            "bay_taken",
            f"{there.vehicle_card['plate']} is being {DOING[there.stage]} in {bay.name}.",
            next="Move that vehicle first, or choose another bay.",
        )
    return bay
