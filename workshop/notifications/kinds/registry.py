"""The register of news: which events are news to somebody, and the functions that say to whom and how.

A file `kinds/<noun>.py` says `@news_from(AppointmentBooked, ...)` over a function (stored event) → news.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from workshop.events.event import DomainEvent
from workshop.events.models import Event

from ..news import News

Teller = Callable[[Event], Iterable[News]]

_tellers: dict[str, list[Teller]] = defaultdict(list)
_pressing: dict[type[DomainEvent], bool] = {}


def news_from(*events: type[DomainEvent], pressing: bool = True) -> Callable[[Teller], Teller]:
    """Register a function that says what these events mean for whom; not `pressing` ones wait for the relay's poll."""

    def register(teller: Teller) -> Teller:
        for event in events:
            _tellers[event.name].append(teller)
            _pressing[event] = pressing or _pressing.get(event, False)
        return teller

    return register


def news_of(event: Event) -> list[News]:
    """Return what an event means for whom, which may be nothing."""
    return [news for teller in _tellers.get(event.name, []) for news in teller(event)]


def events(*, pressing: bool) -> list[type[DomainEvent]]:
    """Return the events that are news, the pressing ones or the others."""
    return [event for event, presses in _pressing.items() if presses is pressing]
