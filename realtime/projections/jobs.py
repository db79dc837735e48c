"""What screens are told about a card: on its own topic, at the desk, on the wall and in technicians' queues."""

from workshop.events.event import Recorded
from workshop.jobs import events
from workshop.jobs.queues import in_queue
from workshop.jobs.shapes import change_view, job_view
from workshop.jobs.workflow import ON_SITE
from workshop.scheduling.shapes import appointment_view

from ..topics.registry import Topic
from .registry import Frame, projects

TYPES = {
    events.JobOpened: "job:opened",
    events.DiagnosisStarted: "job:stage_changed",
    events.JobQueued: "job:stage_changed",
    events.EstimateSent: "job:stage_changed",
    events.AllDeclined: "job:stage_changed",
    events.StepStarted: "service:progress_updated",
    events.StepPaused: "service:progress_updated",
    events.StepResumed: "service:progress_updated",
    events.StepCompleted: "service:progress_updated",
    events.StepVerified: "service:progress_updated",
    events.StepReworked: "service:progress_updated",
    events.StepSkipped: "service:progress_updated",
    events.StepNoted: "service:progress_updated",
    events.StepUndone: "service:progress_updated",
    events.ItemAssigned: "job:assigned",
    events.JobMoved: "job:moved",
    events.HoldPlaced: "job:held",
    events.HoldReleased: "job:released",
    events.CheckPassed: "job:stage_changed",
    events.ReworkOrdered: "job:stage_changed",
    events.JobUndone: "job:stage_changed",
    events.JobReopened: "job:stage_changed",
    events.JobHandedOver: "job:stage_changed",
    events.JobClosed: "job:stage_changed",
    events.JobCancelled: "job:stage_changed",
    events.WindowMoved: "job:eta_changed",
}
_NAMES = {event.name: type for event, type in TYPES.items()}


@projects(*TYPES, on=["job"])
def on_card(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what changed on the card, as its audience sees it."""
    data = change_view(event.data, audience)
    if "appointment" in event.data:
        data["appointment"] = appointment_view(event.data["appointment"], audience)
    return [Frame(_NAMES[event.name], data, data["job"]["version"])]


@projects(*TYPES, on=["center.desk"])
def at_desk(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the desk the card as it is now; closed and cancelled ones leave the board."""
    facts = event.data["job"]
    return [_listed(event, audience, listed=facts["stage"] not in ("closed", "cancelled"))]


@projects(*TYPES, on=["center.floor"])
def on_wall(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the wall the card as it is now; vehicles that left the site leave the wall."""
    return [_listed(event, audience, listed=event.data["job"]["stage"] in ON_SITE)]


@projects(*TYPES, on=["center.queue"])
def in_technicians_queue(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell a technician a card that holds work for them or for anybody, and that it left when it no longer does."""
    facts = event.data["job"]
    technician = str(topic.ids[1])
    listed = in_queue(facts, technician, audience)
    if not listed and audience != "lead" and not _may_have_listed(event, technician):
        return []
    return [_listed(event, audience, listed=listed)]


def _may_have_listed(event: Recorded, technician: str) -> bool:
    facts = event.data["job"]
    named = {card["id"] for card in facts["technicians"]}
    return facts["unassigned"] or technician in named or "items" in event.data


def _listed(event: Recorded, audience: str, *, listed: bool) -> Frame:
    facts = event.data["job"]
    gone = {"removed": {"jobs": [facts["id"]]}}
    return Frame(
        _NAMES[event.name], {"jobs": [job_view(facts, audience)]} if listed else gone, facts["version"]
    )
