"""What screens are told about the waiting list: who waits at the desk's calendar, and one's own place."""

from typing import Any

from workshop.events.event import Recorded
from workshop.scheduling import events
from workshop.scheduling.line import OPEN
from workshop.scheduling.waiting import waiting_view

from ..topics.registry import Topic
from .registry import Frame, projects

TYPES = {
    events.WaitingListJoined: "waiting:joined",
    events.WaitingOffered: "waiting:offered",
    events.WaitingOfferPassed: "waiting:passed",
    events.WaitingBooked: "waiting:booked",
    events.WaitingListLeft: "waiting:left",
    events.WaitingExpired: "waiting:expired",
}
_NAMES = {event.name: type for event, type in TYPES.items()}


@projects(*TYPES, on=["center.calendar"])
def in_line(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the desk a place in the line; who waits no more leaves it."""
    return [_frame(_NAMES[event.name], event, audience)]


@projects(events.OwnWaitingChanged, on=["me"])
def own_place(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell a person their own place and what is offered; one that is over leaves the list."""
    return [_frame("waiting:updated", event, "customer")]


def _frame(type: str, event: Recorded, audience: str) -> Frame:
    facts = event.data["waiting"]
    data: dict[str, Any]
    if facts["status"] in OPEN:
        data = {"waiting": [waiting_view(facts, audience)]}
    else:
        data = {"removed": {"waiting": [facts["id"]]}}
    return Frame(type, data, facts["version"])
