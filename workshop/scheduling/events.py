"""What happens to an appointment; `data` is `{"appointment": facts}`."""

from workshop.events.event import DomainEvent


class AppointmentEvent(DomainEvent):
    """The base of everything that happens to one appointment, on its centre's stream."""


class AppointmentBooked(AppointmentEvent):
    """An appointment was confirmed."""


class AppointmentRescheduled(AppointmentEvent):
    """A confirmed appointment has another time, bay or technician."""


class AppointmentChanged(AppointmentEvent):
    """The notes of an appointment changed."""


class AppointmentCancelled(AppointmentEvent):
    """An appointment was cancelled."""


class AppointmentMissed(AppointmentEvent):
    """The customer did not come."""


class AppointmentCheckedIn(AppointmentEvent):
    """The vehicle arrived and its card was opened."""


class AppointmentFulfilled(AppointmentEvent):
    """The vehicle was handed over."""
