"""What a person is told about their notifications."""

from workshop.events.event import Recorded
from workshop.notifications import events

from ..topics.registry import Topic
from .registry import Frame, projects

TYPES = {
    events.NotificationSent: "notification:received",
    events.NotificationWithdrawn: "notification:withdrawn",
    events.NotificationRead: "notification:read",
}
_NAMES = {event.name: type for event, type in TYPES.items()}


@projects(*TYPES, on=["me"])
def in_inbox(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what changed in the person's inbox, with how many are unread."""
    return [Frame(_NAMES[event.name], event.data, event.data["inbox"]["version"])]
