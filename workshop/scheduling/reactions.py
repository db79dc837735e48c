"""What scheduling does about news: people become bookable, who waits is offered, customers hear of their visits."""

from datetime import date
from uuid import UUID

from workshop.catalog.events import ServiceChanged
from workshop.centers.events import CapacityChanged, RoleGiven, StaffProfileWritten
from workshop.centers.models import Membership, ServiceCenter, StaffProfile
from workshop.events.event import Recorded
from workshop.events.reactions import reaction
from workshop.kernel.actor import SYSTEM

from . import events
from .days import days_touched
from .models import Resource, WaitingEntry
from .services import make_bookable, offer_freed, tell_customer
from .services.waiting import today_at


@reaction(RoleGiven, StaffProfileWritten)
def make_people_bookable(event: Recorded) -> None:
    """Make the person a resource of each centre as what they are there; who is already, stays as they are."""
    person_id = UUID(event.data["person_id"])
    profile = StaffProfile.objects.filter(user_id=person_id).first()
    name = profile.name if profile else ""
    held = Membership.objects.filter(user_id=person_id, ended_at__isnull=True, center__isnull=False)
    for center_id, role in held.exclude(role=Membership.Role.CUSTOMER).values_list("center_id", "role"):
        kinds = {"technician"} if role == Membership.Role.TECHNICIAN else set()
        kinds |= {"driver"} if profile and profile.is_driver else set()
        known = Resource.objects.filter(center_id=center_id, person_id=person_id)
        for kind in kinds - set(known.values_list("kind", flat=True)):
            make_bookable(actor=SYSTEM, center_id=center_id, person_id=person_id, name=name, kind=kind)


@reaction(*events.ALL, *events.TRANSPORT_EVENTS)
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
    events.AppointmentAnswerUndone,
)
def offer_what_was_freed(event: Recorded) -> None:
    """Offer the days on which an appointment gave up time; a request what was taken for it before."""
    asks = {events.AppointmentRequested.name, events.AppointmentAnswerUndone.name}
    if event.name in asks and "freed" not in event.data:
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


@reaction(CapacityChanged, ServiceChanged)
def offer_with_new_hours(event: Recorded) -> None:
    """Offer what longer hours, more hands or a shorter service give, on any day that somebody waits for."""
    center = ServiceCenter.objects.get(pk=UUID(event.data["center_id"]))
    rows = WaitingEntry.objects.filter(center=center, status="waiting")
    if (last := rows.order_by("-to_date").values_list("to_date", flat=True).first()) is not None:
        _offer(event, today_at(center), last)


def _offer(event: Recorded, first: date, last: date) -> None:
    offer_freed(center_id=UUID(event.stream.removeprefix("center:")), first=first, last=last)
