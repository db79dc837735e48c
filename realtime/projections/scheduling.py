"""What screens are told about an appointment: on its own topic, at the desk and on the wall."""

from datetime import datetime
from typing import Any

from workshop.events.event import Recorded
from workshop.scheduling import events
from workshop.scheduling.days import still_to_come
from workshop.scheduling.shapes import appointment_view

from ..topics.registry import Topic
from .registry import Frame, projects

ALL = (
    events.AppointmentBooked,
    events.AppointmentRescheduled,
    events.AppointmentChanged,
    events.AppointmentCancelled,
    events.AppointmentMissed,
    events.AppointmentCheckedIn,
    events.AppointmentFulfilled,
)
TYPE = "appointment:status_updated"


@projects(*ALL, on=["appointment"])
def on_appointment(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the appointment as its audience sees it."""
    view = appointment_view(event.data["appointment"], audience)
    return [Frame(TYPE, {"appointment": view}, view["version"])]


@projects(*ALL, on=["center.desk", "center.floor"])
def at_center(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell who is still to come today; an appointment that is not, or not any more, leaves the list."""
    facts = event.data["appointment"]
    data: dict[str, Any]
    if still_to_come(facts, datetime.fromisoformat(event.at)):
        data = {"appointments": [appointment_view(facts, audience)]}
    else:
        data = {"removed": {"appointments": [facts["id"]]}}
    return [Frame(TYPE, data, facts["version"])]
