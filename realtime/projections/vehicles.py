"""What owners, and the desks of the centres that know it, are told about a vehicle."""

from workshop.events.event import Recorded
from workshop.vehicles import events

from ..topics.registry import Topic
from .registry import Frame, projects

TYPES = {
    events.VehicleAdded: "vehicle:added",
    events.VehicleChanged: "vehicle:changed",
    events.VehicleServiced: "vehicle:serviced",
    events.VehicleArchived: "vehicle:archived",
}
_NAMES = {event.name: type for event, type in TYPES.items()}


@projects(events.VehicleAdded, events.VehicleChanged, on=["me"])
def own(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what is known of it now."""
    vehicle = event.data["vehicle"]
    return [Frame(_NAMES[event.name], {"vehicles": [vehicle]}, vehicle["version"])]


@projects(events.VehicleServiced, on=["me"])
def own_serviced(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what is known of it now, and what was done."""
    vehicle = event.data["vehicle"]
    data = {"vehicles": [vehicle], "records": [event.data["record"]]}
    return [Frame(_NAMES[event.name], data, vehicle["version"])]


@projects(events.VehicleArchived, on=["me"])
def own_archived(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Take it out of the list, with its history."""
    vehicle, records = event.data["vehicle"], event.data["record_ids"]
    removed = {"vehicles": [vehicle["id"]], "records": records}
    return [Frame(_NAMES[event.name], {"removed": removed}, vehicle["version"])]


@projects(events.VehicleAdded, events.VehicleChanged, events.VehicleServiced, on=["center.customer"])
def of_customer(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what is known of it now, in the file of who owns it."""
    vehicle = event.data["vehicle"]
    if not _theirs(event, topic):
        return []
    return [Frame(_NAMES[event.name], {"vehicles": [vehicle]}, vehicle["version"])]


@projects(events.VehicleArchived, on=["center.customer"])
def of_customer_archived(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Take it out of the file of who owned it."""
    vehicle = event.data["vehicle"]
    if not _theirs(event, topic):
        return []
    return [Frame(_NAMES[event.name], {"removed": {"vehicles": [vehicle["id"]]}}, vehicle["version"])]


def _theirs(event: Recorded, topic: Topic) -> bool:
    _, person_id = topic.ids
    return bool(event.data["owner_id"] == str(person_id))
