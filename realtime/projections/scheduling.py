"""What screens are told about an appointment: on its own topic, at the desk, on calendar and wall, and to anybody."""

from datetime import datetime
from typing import Any

from workshop.catalog.events import ALL as SERVICES
from workshop.centers.events import CapacityChanged
from workshop.events.event import Recorded
from workshop.scheduling import events
from workshop.scheduling.days import ON_CALENDAR, days_touched, still_to_come
from workshop.scheduling.shapes import appointment_view, trip_view

from ..topics.registry import Topic
from .registry import FETCH_AGAIN, Frame, projects

ALL = events.ALL
TRANSPORTS = {
    events.TransportPlanned: "transport:planned",
    events.DriverAssigned: "transport:assigned",
    events.TransportCancelled: "transport:cancelled",
    events.DriverSetOut: "transport:set_out",
    events.TransportFinished: "transport:finished",
    events.TransportFailed: "transport:failed",
}
_TYPES = {event.name: type for event, type in TRANSPORTS.items()}
TYPE = "appointment:status_updated"


@projects(*ALL, *TRANSPORTS, on=["appointment"])
@projects(*TRANSPORTS, on=["job"])
def on_appointment(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the appointment as its audience sees it; the card's page holds it, too."""
    view = appointment_view(event.data["appointment"], audience)
    return [Frame(_type(event), {"appointment": view}, view["version"])]


@projects(*ALL, *TRANSPORTS, on=["center.trips"])
def on_trips(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell drivers what is theirs to drive, and what is not any more."""
    facts = event.data["appointment"]
    driver = str(topic.ids[1])
    own, gone = [], []
    for one in facts["transports"]:
        card = one["driver"]
        if card and card["id"] == driver and one["status"] != "cancelled":
            own.append(trip_view(facts, one))
        else:
            gone.append(one["id"])
    data = {"trips": own} | ({"removed": {"trips": gone}} if gone else {})
    return [Frame(_type(event), data, facts["version"])] if own or gone else []


@projects(*ALL, *TRANSPORTS, on=["center.desk", "center.floor"])
def at_center(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell who is still to come today; an appointment that is not, or not any more, leaves the list."""
    facts = event.data["appointment"]
    data: dict[str, Any]
    if still_to_come(facts, datetime.fromisoformat(event.at)):
        data = {"appointments": [appointment_view(facts, audience)]}
    else:
        data = {"removed": {"appointments": [facts["id"]]}}
    return [Frame(_type(event), data, facts["version"])]


@projects(*ALL, *TRANSPORTS, on=["center.calendar"])
def on_calendar(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the appointment as the desk sees it; one that takes no time any more leaves the calendar.

    `left` says how it stands then: no calendar holds it, and who looks at one is told by whom it was called off.
    """
    facts = event.data["appointment"]
    view = appointment_view(facts, audience)
    data: dict[str, Any] = {"appointments": [view]}
    if facts["status"] not in ON_CALENDAR:
        data = {"removed": {"appointments": [facts["id"]]}, "left": [view]}
    return [Frame(_type(event), data, facts["version"])]


@projects(CapacityChanged, *SERVICES, on=["center.calendar"])
def calendar_is_another(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Have the calendar fetched again: hours, people, bays or services are not the same."""
    return [FETCH_AGAIN]


@projects(CapacityChanged, *SERVICES, on=["center.availability"])
def any_day_changed(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell that the centre is another, and any day may have other slots now, by naming none."""
    return [Frame("availability:changed", {"days": []})]


@projects(*ALL, on=["center.availability"])
def on_availability(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell which days may have other slots now, and nothing about whose they are."""
    return [Frame("availability:changed", {"days": days_touched(event.data)})]


@projects(*ALL, *TRANSPORTS, on=["center.customer"])
def in_customer_file(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell a visit of the customer whose file it is, once it is said for which vehicle."""
    facts = event.data["appointment"]
    _, person_id = topic.ids
    if facts["customer"] is None or facts["vehicle"] is None or facts["customer"]["id"] != str(person_id):
        return []
    return [Frame(_type(event), {"appointments": [appointment_view(facts, audience)]}, facts["version"])]


@projects(events.OwnVisitChanged, on=["me"])
def own_visit(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell a person how a visit of theirs stands."""
    facts = event.data["appointment"]
    return [Frame(TYPE, {"appointments": [appointment_view(facts, "customer")]}, facts["version"])]


def _type(event: Recorded) -> str:
    return _TYPES.get(event.name, TYPE)
