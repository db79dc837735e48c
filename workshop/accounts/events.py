"""What happens to people and their ways in, on `person:<id>`, `link:<id>` and `device:<id>`."""

from typing import Any
from uuid import UUID

from workshop.events.event import DomainEvent


class PersonRegistered(DomainEvent):
    """Somebody made an account, or the desk made one for them."""


class SessionEnded(DomainEvent):
    """A sign-in session is over. `data`: session_id, reason."""


class PasswordChanged(DomainEvent):
    """A person has a new password. `data`: by (`person` or `reset`)."""


class PasswordResetRequested(DomainEvent):
    """A person asked for a mailed link. `data`: requested_at (Unix seconds), from which the link is rebuilt."""


class PersonDeactivated(DomainEvent):
    """A person may not sign in any more."""


class LinkRevoked(DomainEvent):
    """A link opens nothing any more. `data`: link_id, scope."""


class DevicePaired(DomainEvent):
    """A screen now follows a centre. `data`: device_id, center_id."""


class DeviceRevoked(DomainEvent):
    """A screen may not look any more. `data`: device_id."""


def about_person(event: type[DomainEvent], person_id: UUID, **data: Any) -> DomainEvent:
    """Return an event on the person's own stream."""
    return event(stream=f"person:{person_id}", subject=f"person:{person_id}", data=data)


def about_link(event: type[DomainEvent], link_id: UUID, **data: Any) -> DomainEvent:
    """Return an event on a link's stream, which the sockets of its holders follow."""
    return event(stream=f"link:{link_id}", subject=f"link:{link_id}", data={"link_id": str(link_id), **data})


def about_device(event: type[DomainEvent], device_id: UUID, **data: Any) -> DomainEvent:
    """Return an event on a device's stream."""
    subject = f"device:{device_id}"
    return event(stream=subject, subject=subject, data={"device_id": str(device_id), **data})
