"""What a visit takes of whom, in minutes from its beginning, pure: the bay throughout, hands and tools in parts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from workshop.centers.spans import Minutes, merged

LONG_WORK = 240
"""A piece of work of this many minutes or more has its technician's breaks within it."""


class Needs(Protocol):
    """What a layout asks of a service."""

    tools: list[str]
    buffer_before: int
    buffer_after: int
    wait_from: int | None
    wait_until: int | None
    estimated_duration: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The customer's time is `[0, minutes)`; the bay's has the buffers around it, so it may begin below zero."""

    minutes: int
    bay: Minutes
    work: tuple[Minutes, ...]
    tools: tuple[tuple[str, tuple[Minutes, ...]], ...] = ()

    @property
    def hands(self) -> int:
        """Return the minutes of a technician that it takes."""
        return sum(end - start for start, end in self.work)


def lay_out(lines: Iterable[tuple[Needs, int, int]], duration: int | None = None) -> Layout:
    """Return the layout of services done one after the other; each with its quantity and the minutes of one.

    While a service waits, as for a glue, its technician is free and its bay is not. The first one's buffer comes before
    all and the last one's after all. A `duration` that was set instead leaves no room for waiting.
    """
    work: list[Minutes] = []
    tools: dict[str, list[Minutes]] = defaultdict(list)
    at = before = after = 0
    for place, (service, quantity, minutes) in enumerate(lines):
        before = service.buffer_before if place == 0 else before
        after = service.buffer_after
        for _ in range(quantity):
            work += _hands(service, at, minutes)
            for tool in service.tools:
                tools[tool].append((at, at + minutes))
            at += minutes
    if duration is not None and duration != at:
        at, work = duration, [(0, duration)]
        tools = {tool: [(0, duration)] for tool in tools}
    return Layout(
        minutes=at,
        bay=(-before, at + after),
        work=tuple(merged(work)),
        tools=tuple((tool, tuple(merged(spans))) for tool, spans in sorted(tools.items())),
    )


def _hands(service: Needs, at: int, minutes: int) -> list[Minutes]:
    """Return when a technician works on one; what was agreed to take another time than today's has no wait."""
    if service.wait_from is None or service.wait_until is None or minutes != service.estimated_duration:
        return [(at, at + minutes)]
    return [(at, at + service.wait_from), (at + service.wait_until, at + minutes)]
