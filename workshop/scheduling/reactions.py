"""What scheduling does about news: technicians can be booked, who waits is offered, customers hear of visits."""

from datetime import date
from uuid import UUID

from workshop.centers.events import CapacityChanged, RoleGiven
from workshop.centers.models import ServiceCenter, StaffProfile
from workshop.events.event import Recorded
from workshop.events.reactions import reaction

from . import events
from .days import days_touched
from .models import WaitingEntry
from .services import add_person_resource, offer_freed, tell_customer
from .services.waiting import today_at


@reaction(RoleGiven)
def make_technician_bookable(event: Recorded) -> None:
    """Make the person a resource of the centre; one who is already, stays as they are."""
    if event.data["role"] != "technician":
        return
    person_id = UUID(event.data["person_id"])
    profile = StaffProfile.objects.filter(user_id=person_id).first()
    add_person_resource(
        center_id=UUID(event.data["center_id"]), person_id=person_id, name=profile.name if profile else ""
    )


@reaction(*events.ALL)
def tell_of_visit(event: Recorded) -> None:
    """Tell a customer how a visit of theirs stands: a reaction, so that no booking waits for a second stream."""
    tell_customer(appointment_id=UUID(event.data["appointment"]["id"]))


@reaction(
    events.AppointmentCancelled,
    events.AppointmentExpired,
    events.AppointmentRescheduled,
    events.AppointmentRejected,
    events.AppointmentMissed,
    events.AppointmentRequested,
)
def offer_what_was_freed(event: Recorded) -> None:
    """Offer the days on which an appointment gave up time; a request gives up what was proposed for it before."""
    if event.name == events.AppointmentRequested.name and "freed" not in event.data:
        return
    days = days_touched(event.data)
    _offer(event, date.fromisoformat(days[0]), date.fromisoformat(days[-1]))


@reaction(events.WaitingListJoined)
def offer_what_is_free(event: Recorded) -> None:
    """Offer what became free while somebody was joining."""
    waiting = event.data["waiting"]
    _offer(event, date.fromisoformat(waiting["from_date"]), date.fromisoformat(waiting["to_date"]))


@reaction(events.WaitingOffered)
def offer_what_is_left(event: Recorded) -> None:
    """Go on along the line after an offer: what was freed may be enough for several."""
    first, last = event.data["days"]
    _offer(event, date.fromisoformat(first), date.fromisoformat(last))


@reaction(CapacityChanged)
def offer_with_new_hours(event: Recorded) -> None:
    """Offer what longer hours or more hands give, on any day that somebody waits for."""
    center = ServiceCenter.objects.get(pk=UUID(event.data["center_id"]))
    rows = WaitingEntry.objects.filter(center=center, status="waiting")
    if (last := rows.order_by("-to_date").values_list("to_date", flat=True).first()) is not None:
        _offer(event, today_at(center), last)


def _offer(event: Recorded, first: date, last: date) -> None:
    offer_freed(center_id=UUID(event.stream.removeprefix("center:")), first=first, last=last)
