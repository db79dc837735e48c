"""What happens to an appointment; `data` is `{"appointment": facts}`, and `freed` where a time was given up.

And what happens to who waits for one; `data` is `{"waiting": facts}`.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from workshop.events.event import DomainEvent
from workshop.kernel.clock import iso


class AppointmentEvent(DomainEvent):
    """The base of everything that happens to one appointment, on its centre's stream."""


class AppointmentHeld(AppointmentEvent):
    """A slot is held for somebody who types, or who was first on the waiting list."""


class AppointmentRequested(AppointmentEvent):
    """A customer described a symptom and asks for a time."""


class AppointmentProposed(AppointmentEvent):
    """The desk proposed a time, which is held until the customer answers."""


class AppointmentRejected(AppointmentEvent):
    """The desk rejected a request."""


class AppointmentAnswerUndone(AppointmentEvent):
    """The desk took back its answer to a request, which waits for another."""


class AppointmentExpired(AppointmentEvent):
    """A hold, a request or a proposal was not used or answered in time."""


class AppointmentBooked(AppointmentEvent):
    """An appointment was confirmed."""


class AppointmentRescheduled(AppointmentEvent):
    """A confirmed appointment has another time, bay or technician."""


class AppointmentChanged(AppointmentEvent):
    """The notes of an appointment changed."""


class AppointmentConflicted(AppointmentEvent):
    """The work before it on one of its resources is expected to end after it begins."""


class AppointmentCancelled(AppointmentEvent):
    """An appointment was cancelled."""


class AppointmentMissed(AppointmentEvent):
    """The customer did not come."""


class AppointmentCheckedIn(AppointmentEvent):
    """The vehicle arrived and its card was opened."""


class AppointmentFulfilled(AppointmentEvent):
    """The vehicle was handed over."""


ALL = (
    AppointmentHeld,
    AppointmentRequested,
    AppointmentProposed,
    AppointmentRejected,
    AppointmentAnswerUndone,
    AppointmentExpired,
    AppointmentBooked,
    AppointmentRescheduled,
    AppointmentChanged,
    AppointmentConflicted,
    AppointmentCancelled,
    AppointmentMissed,
    AppointmentCheckedIn,
    AppointmentFulfilled,
)


class OwnVisitChanged(DomainEvent):
    """A visit of a customer is something else now; on the customer's own stream, as its facts were when it was told."""


class WaitingEvent(DomainEvent):
    """The base of everything that happens to one place in a waiting list, on its centre's stream."""


class WaitingListJoined(WaitingEvent):
    """Somebody waits for a slot."""


class WaitingOffered(WaitingEvent):
    """A free slot is held for who was first in line. `days` are the first and last of those that were looked at."""


class WaitingOfferPassed(WaitingEvent):
    """An offer was declined, or not answered in time; who let it pass waits on."""


class WaitingBooked(WaitingEvent):
    """An offer became a visit."""


class WaitingListLeft(WaitingEvent):
    """Somebody does not wait any more."""


class WaitingExpired(WaitingEvent):
    """The days that somebody waited for are over."""


class OwnWaitingChanged(DomainEvent):
    """A place in a waiting list is another; on the person's own stream, for their screens."""


def about_waiting(
    event: type[WaitingEvent], facts: dict[str, Any], **more: Any
) -> tuple[WaitingEvent, OwnWaitingChanged]:
    """Return the event of a place in a waiting list, and the one for the person who waits."""
    subject, data = f"waiting:{facts['id']}", {"waiting": facts}
    own = OwnWaitingChanged(stream=f"person:{facts['customer']['id']}", subject=subject, data=data)
    return event(stream=f"center:{facts['center_id']}", subject=subject, data=data | more), own


class TransportPlanned(AppointmentEvent):
    """The vehicle will be collected or returned, or in another window than was said."""


class DriverAssigned(AppointmentEvent):
    """Another driver collects or returns the vehicle."""


class TransportCancelled(AppointmentEvent):
    """The vehicle will not be collected or returned as it was planned."""


class DriverSetOut(AppointmentEvent):
    """The driver is on the way."""


class TransportFinished(AppointmentEvent):
    """The vehicle was handed over at the customer's address, keys and all."""


class TransportFailed(AppointmentEvent):
    """The driver could not collect or return the vehicle."""


TRANSPORT_EVENTS: tuple[type[AppointmentEvent], ...] = (
    TransportPlanned,
    DriverAssigned,
    TransportCancelled,
    DriverSetOut,
    TransportFinished,
    TransportFailed,
)
"""What happens to a transport by itself; `data` names it as `transport` besides the appointment's facts."""


def about(
    event: type[AppointmentEvent], facts: dict[str, Any], freed: datetime | None = None
) -> AppointmentEvent:
    """Return the event of an appointment with these facts; `freed` is the start that it had before, if it lost it."""
    data: dict[str, Any] = {"appointment": facts}
    if freed is not None:
        data["freed"] = iso(freed)
    return event(stream=f"center:{facts['center_id']}", subject=f"appointment:{facts['id']}", data=data)


def about_transport(
    event: type[AppointmentEvent], facts: dict[str, Any], transport_id: UUID
) -> AppointmentEvent:
    """Return the event of a transport; its subject is what the visit's page listens to: the card, once it is open."""
    subject = f"job:{facts['job_id']}" if facts["job_id"] else f"appointment:{facts['id']}"
    data = {"appointment": facts, "transport": str(transport_id)}
    return event(stream=f"center:{facts['center_id']}", subject=subject, data=data)
