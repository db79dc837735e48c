"""What a person is told about their application to the network, and the desk about its customers."""

from workshop.centers.events import CenterApplied, CenterApproved, CenterRejected, CustomerChanged
from workshop.events.event import Recorded

from ..topics.registry import Topic
from .registry import Frame, projects


@projects(CenterApplied, CenterApproved, CenterRejected, on=["me"])
def application(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell what became of it."""
    card = event.data["application"]
    return [Frame("application:status_updated", {"application": card}, card["version"])]


@projects(CustomerChanged, on=["center.desk"])
def customer_of_center(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the desks what is written on a customer's card now."""
    card = event.data["customer"]
    return [Frame("customer:changed", {"customers": [card]}, card["version"])]


@projects(CustomerChanged, on=["center.customer"])
def in_customer_file(event: Recorded, audience: str, topic: Topic) -> list[Frame]:
    """Tell the card in whose file it is."""
    card = event.data["customer"]
    _, person_id = topic.ids
    return (
        [Frame("customer:changed", {"customer": card}, card["version"])]
        if card["id"] == str(person_id)
        else []
    )
