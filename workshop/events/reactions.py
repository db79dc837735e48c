"""Reactions: what an app does when a lower app's event happened, once per event."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from .event import DomainEvent, Recorded

Reactor = Callable[[Recorded], None]


@dataclass(frozen=True, slots=True)
class Reaction:
    """A registered reaction: its stable name (`<app>.<function>`) and what it runs."""

    name: str
    run: Reactor


_by_event: dict[str, list[Reaction]] = defaultdict(list)
_by_name: dict[str, Reaction] = {}
_pressing: set[str] = set()


def reaction(*events: type[DomainEvent], at_once: bool = True) -> Callable[[Reactor], Reactor]:
    """Register a function to run, in a transaction of its own, for each event of these types.

    Without `at_once` the relay is not woken for it and finds the event at its next poll, a second later at most.
    """

    def register(run: Reactor) -> Reactor:
        app = run.__module__.split(".")[1]
        registered = Reaction(f"{app}.{run.__name__}", run)
        _by_name[registered.name] = registered
        for event in events:
            _by_event[event.name].append(registered)
            if at_once:
                _pressing.add(event.name)
        return run

    return register


def wanted(event_name: str) -> list[Reaction]:
    """Return the reactions to events of this name."""
    return _by_event.get(event_name, [])


def pressing(event_name: str) -> bool:
    """Say whether a reaction to events of this name shall not wait for the relay's poll."""
    return event_name in _pressing


def named(name: str) -> Reaction | None:
    """Return a reaction by its name; None when it is no longer in the code."""
    return _by_name.get(name)


def table() -> dict[str, list[str]]:
    """Return event name → names of its reactions, for the generated map."""
    return {
        event: [reaction.name for reaction in reactions] for event, reactions in sorted(_by_event.items())
    }


def names() -> list[str]:
    """Return the event names that somebody reacts to."""
    return list(_by_event)
