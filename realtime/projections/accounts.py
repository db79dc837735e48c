"""What a person is told about their own ways in."""

from workshop.accounts.events import PasswordChanged, SessionEnded
from workshop.events.event import Recorded

from ..topics.registry import Topic
from .registry import Frame, projects


@projects(SessionEnded, on=["me"])
def session_ended(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Take the session from the list of where one is signed in."""
    return [Frame("session:ended", {"removed": {"sessions": [event.data["session_id"]]}})]


@projects(PasswordChanged, on=["me"])
def password_changed(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Say that the password is another one now."""
    return [Frame("password:changed", {})]
