"""What jobs does about its own events: the calendar learns when the work will be done."""

from uuid import UUID

from workshop.events.event import Recorded
from workshop.events.reactions import reaction
from workshop.scheduling import services as scheduling

from . import events
from .models import JobCard, Promise
from .promises import PROMISED_STAGES


@reaction(
    events.StepStarted,
    events.StepPaused,
    events.StepResumed,
    events.StepCompleted,
    events.StepReworked,
    events.StepSkipped,
    events.HoldPlaced,
    events.HoldReleased,
    events.ReworkOrdered,
    events.JobReopened,
    events.WindowMoved,
    at_once=False,
)
def tell_the_calendar(event: Recorded) -> None:
    """Take the resources of a visit until its work will be done, where an event moved that moment."""
    if "promises" not in event.data:
        return
    job = JobCard.objects.filter(
        pk=UUID(event.subject.removeprefix("job:")), stage__in=PROMISED_STAGES
    ).first()
    told = Promise.objects.filter(job=job).order_by("made_at", "id").last() if job else None
    if job is not None and told is not None:
        scheduling.expect_end(appointment_id=job.appointment_id, end=told.ready_from)
