"""What is told of an appointment: to its customer by every channel, to the desk in the app.

A new event is a line in one of the tables, or in both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshop.events.models import Event
from workshop.scheduling import events

from .. import words
from ..models import Notification
from ..news import Known, News, Words
from ..selectors import address_of_visit, desk_of
from .registry import news_from

APP, EMAIL = Notification.Channel.APP.value, Notification.Channel.EMAIL.value
BOTH = (APP, EMAIL)
UNKNOWN_VISIT: Known = {"status": "confirmed", "start": None}
"""What is taken to be known of a visit whose earlier events are forgotten."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words for one event.

    They may use %(vehicle)s %(number)s %(center)s %(phone)s %(customer)s %(when)s %(reason)s, %(concern)s,
    %(words)s, %(answer_by)s, %(drives)s, and %(before)s, the start that the reader knows; who knows of no start
    reads `first` instead. `own` are the channels for whoever did it themselves. It is no news to who knew the visit
    in one of the states of `not_from`, "" being: not at all.
    """

    title: Promise
    message: Promise
    first: "Said | None" = None
    own: tuple[str, ...] = BOTH
    not_from: tuple[str, ...] = ()


BOOKED = Said(
    _("Your visit is booked"),
    _("%(vehicle)s at %(center)s on %(when)s. %(drives)s Visit %(number)s."),
)
CUSTOMER: dict[type[events.AppointmentEvent], Said] = {
    events.AppointmentBooked: BOOKED,
    events.AppointmentRequested: Said(
        _("Your request was sent"),
        _("%(vehicle)s at %(center)s. The workshop answers until %(answer_by)s. Request %(number)s."),
    ),
    events.AppointmentProposed: Said(
        _("The workshop proposes another time"),
        _("%(vehicle)s at %(center)s on %(when)s? Answer until %(answer_by)s. %(words)s"),
    ),
    events.AppointmentRejected: Said(
        _("The workshop cannot take your request"),
        _("%(vehicle)s, request %(number)s: %(reason)s Call %(phone)s if you have questions."),
    ),
    events.AppointmentAnswerUndone: Said(
        _("The workshop looks at your request again"),
        _("%(vehicle)s at %(center)s. The workshop answers until %(answer_by)s. Request %(number)s."),
    ),
    events.AppointmentExpired: Said(
        _("Your request has run out"),
        _("%(vehicle)s at %(center)s, request %(number)s: nobody answered in time. Choose another time."),
        not_from=("", "held"),
    ),
    events.AppointmentRescheduled: Said(
        _("Your visit was moved"),
        _("%(vehicle)s at %(center)s: from %(before)s to %(when)s. %(drives)s Visit %(number)s."),
        first=BOOKED,
    ),
    events.AppointmentCancelled: Said(
        _("Your visit was cancelled"),
        _("%(vehicle)s at %(center)s on %(when)s. Visit %(number)s. %(reason)s"),
        own=(EMAIL,),
        not_from=("", "held"),
    ),
    events.AppointmentMissed: Said(
        _("We did not see you"),
        _("%(vehicle)s was expected at %(center)s on %(when)s. Call %(phone)s for another time."),
    ),
}
"""What a customer is told of their visit."""
DESK: dict[type[events.AppointmentEvent], Said] = {
    events.AppointmentConflicted: Said(
        _("The work before %(customer)s overruns"),
        _("%(vehicle)s, visit %(number)s on %(when)s, cannot begin as it was promised. See the ways out."),
    ),
    events.AppointmentRequested: Said(
        _("%(customer)s asks for a visit"),
        _("%(vehicle)s, request %(number)s: “%(concern)s” Answer until %(answer_by)s."),
    ),
    events.AppointmentBooked: Said(
        _("%(customer)s accepted your time"),
        _("%(vehicle)s, visit %(number)s on %(when)s."),
        not_from=("", "held", "requested"),
    ),
    events.AppointmentRescheduled: Said(
        _("%(customer)s moved their visit"),
        _("%(vehicle)s, visit %(number)s: from %(before)s to %(when)s."),
        first=Said(_("%(customer)s moved their visit"), _("%(vehicle)s, visit %(number)s: now %(when)s.")),
    ),
    events.AppointmentCancelled: Said(
        _("%(customer)s cancelled their visit"),
        _("%(vehicle)s, visit %(number)s on %(when)s. %(reason)s"),
        not_from=("", "held"),
    ),
}
"""What the desk is told of what a customer did."""
_CUSTOMER = {event.name: said for event, said in CUSTOMER.items()}
_DESK = {event.name: said for event, said in DESK.items()}
_UNASKED = {events.AppointmentRequested.name, events.AppointmentConflicted.name}
"""What the desk is told whoever did it: a visitor who asks has no account, and an overrun is nobody's deed."""


@news_from(*CUSTOMER)
def to_customer(event: Event) -> Iterable[News]:
    """Tell the customer; what is only held is nobody's news."""
    facts = event.data["appointment"]
    if facts["customer"] is None or facts["vehicle"] is None:
        return
    customer = UUID(facts["customer"]["id"])
    said = _CUSTOMER[event.name]
    yield _news(event, said, (customer,), said.own if event.actor_id == customer else BOTH, path="/visit/{}")


@news_from(*DESK)
def to_desk(event: Event) -> Iterable[News]:
    """Tell the desk what the customer did, and what it must look after."""
    facts = event.data["appointment"]
    if facts["customer"] is None or facts["vehicle"] is None:
        return
    if event.name in _UNASKED or str(event.actor_id) == facts["customer"]["id"]:
        desk = desk_of(UUID(facts["center_id"]))
        yield _news(event, _DESK[event.name], desk, (APP,), path="/board/arrivals/{}")


def _news(event: Event, said: Said, to: tuple[UUID, ...], channels: tuple[str, ...], *, path: str) -> News:
    facts = event.data["appointment"]
    return News(
        to=to,
        channels=channels,
        kind=Notification.Kind.APPOINTMENT.value,
        path=path.format(facts["id"]),
        center_id=UUID(facts["center_id"]),
        tells=known_of(facts),
        before=_before(event),
        say=partial(_say, said, facts),
        address=address_of_visit(UUID(facts["id"])) if EMAIL in channels else "",
    )


def _say(said: Said, facts: dict[str, Any], known: Known) -> Words | None:
    if known == known_of(facts) or known.get("status", "") in said.not_from:
        return None
    told = said if known.get("start") or said.first is None else said.first
    zone = facts["center"]["zone"]
    return words.filled(
        told.title,
        told.message,
        vehicle=words.vehicle(facts["vehicle"]),
        number=facts["number"],
        center=facts["center"]["name"],
        phone=facts["center"]["phone"],
        customer=facts["customer"]["name"],
        when=words.moment(facts["scheduled_start"], zone),
        drives=words.drives(facts["transports"], zone),
        before=words.moment(known["start"], zone) if known.get("start") else "",
        reason=words.sentence(facts["ended_reason"]),
        concern=facts["concern"],
        words=facts["desk_message"],
        answer_by=words.moment(facts["answer_by"], zone) if facts["answer_by"] else "",
    )


def known_of(facts: dict[str, Any]) -> Known:
    """Return what one knows of a visit after being told its facts."""
    known = {"status": facts["status"], "start": facts["scheduled_start"]}
    return known | {"conflict": True} if facts["conflict_since"] else known


def _before(event: Event) -> Known:
    """Return how the visit was before an event, by the log."""
    if event.data["appointment"]["version"] == 1:
        return {}
    earlier = Event.objects.filter(stream=event.stream, subject=event.subject, number__lt=event.number)
    data = earlier.order_by("-number").values_list("data", flat=True).first()
    return known_of(data["appointment"]) if data else UNKNOWN_VISIT
