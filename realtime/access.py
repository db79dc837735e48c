"""The register of events that change who may hear what: the hub asks again for everyone they concern."""

from collections.abc import Callable

from workshop.events.event import DomainEvent, Recorded

Concern = Callable[[Recorded], str]

_concerns: dict[str, Concern] = {}


def changes_access(*events: type[DomainEvent], concern: Concern = lambda event: event.subject) -> None:
    """Register events after which access is asked again.

    `concern` names whose: `person:<id>`, `link:<id>` or `device:<id>` for all their sockets, any other
    subject for the topics about it.
    """
    for event in events:
        _concerns[event.name] = concern


def concerned(event: Recorded) -> str | None:
    """Return whom an event concerns; None when it changes nobody's access."""
    concern = _concerns.get(event.name)
    return concern(event) if concern else None


def names() -> list[str]:
    """Return the names of the events that change access."""
    return sorted(_concerns)
