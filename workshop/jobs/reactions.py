"""What jobs does about its own events: the calendar learns when the work will be done."""

from datetime import datetime
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
    events.StepUndone,
    events.JobUndone,
    events.HoldPlaced,
    events.HoldReleased,
    events.AllDeclined,
    events.CheckPassed,
    events.ReworkOrdered,
    events.JobReopened,
    events.JobHandedOver,
    events.JobCancelled,
    events.WindowMoved,
    at_once=False,
)
def tell_the_calendar(event: Recorded) -> None:
    """Take the resources of a visit until its work will be done, where an event moved that moment or was the first.

    Work that is over takes them no longer: whom it ran into is free of it.
    """
    if event.data["job"]["stage"] in PROMISED_STAGES and "promises" not in event.data and not _turns(event):
        return
    job = JobCard.objects.filter(pk=UUID(event.subject.removeprefix("job:"))).first()
    if job is None:
        return
    end = None
    if job.stage in PROMISED_STAGES:
        told = Promise.objects.filter(job=job).order_by("made_at", "id").last()
        if told is None:
            return
        end = told.ready_from
    scheduling.expect_end(appointment_id=job.appointment_id, end=end, begun=job.started_at)


def _turns(event: Recorded) -> bool:
    """Say whether an event is that work began on a vehicle, or may be that this was undone."""
    started = event.data["job"]["started_at"]
    undone = event.name in (events.StepUndone.name, events.JobUndone.name)
    return undone or (
        started is not None and datetime.fromisoformat(started) == datetime.fromisoformat(event.at)
    )
