"""What a person is told about their application to the network."""

from workshop.centers.events import CenterApplied, CenterApproved, CenterRejected
from workshop.events.event import Recorded

from ..topics.registry import Topic
from .registry import Frame, projects


@projects(CenterApplied, CenterApproved, CenterRejected, on=["me"])
def application(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what became of it."""
    card = event.data["application"]
    return [Frame("application:status_updated", {"application": card}, card["version"])]
