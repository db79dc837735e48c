"""The register of projections: pure functions from an event to the frames of one topic and audience.

A file `projections/<app>.py` says `@projects(StepStarted, StepPaused, on=["job", "center.desk"])` over one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from workshop.events.event import DomainEvent, Recorded

from ..topics.registry import Topic


@dataclass(frozen=True, slots=True)
class Frame:
    """What a browser is told: a `type` (`noun:happened`), absolute things as `data`, and their `version`."""

    type: str
    data: dict[str, Any]
    version: int | None = None


FETCH_AGAIN = Frame("resync", {})
"""What a projection returns for a change that no frame can tell: its readers fetch the state instead."""

Project = Callable[[Recorded, str, Topic], Iterable[Frame]]

_projections: dict[tuple[str, str], Project] = {}


def projects(*events: type[DomainEvent], on: Iterable[str]) -> Callable[[Project], Project]:
    """Register a function (event, audience, topic) → frames for these events on these kinds of topics."""
    kinds = tuple(on)

    def register(project: Project) -> Project:
        for event in events:
            for kind in kinds:
                if _projections.setdefault((event.name, kind), project) is not project:
                    raise ValueError(f"{event.name} is projected twice on {kind}")
        return project

    return register


def frames(event: Recorded, audience: str, topic: Topic) -> Iterable[Frame]:
    """Return what this audience of the topic is told about the event, which may be nothing."""
    project = _projections.get((event.name, topic.kind))
    return project(event, audience, topic) if project else ()


def table() -> dict[str, list[str]]:
    """Return event name → kinds of topics it is told on, for the generated map."""
    told: dict[str, list[str]] = {}
    for name, kind in sorted(_projections):
        told.setdefault(name, []).append(kind)
    return told
