"""The last events of a stream, kept so that most returning browsers cost no question to PostgreSQL."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

import orjson

from workshop.events.event import Recorded

from .protocol import Text

MAX_EVENTS = 256
MAX_BYTES = 2 * 1024 * 1024

Key = tuple[str, str]
"""A topic's name and an audience."""


@dataclass(slots=True)
class Entry:
    """An event with the frames it made so far, by topic and audience; `size` in bytes, 0 outside a ring."""

    event: Recorded
    texts: dict[Key, list[Text]] = field(default_factory=dict)
    size: int = 0


class Ring:
    """Consecutive events, the newest last, bounded in number and bytes."""

    __slots__ = ("_entries", "_size")

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque()
        self._size = 0

    def add(self, event: Recorded) -> Entry:
        """Append the next event and return its entry."""
        if self._entries and event.number != self._entries[-1].event.number + 1:
            self.clear()
        entry = Entry(event, size=_weight(event))
        self._entries.append(entry)
        self._grown(entry.size)
        return entry

    def fill(self, events: Iterable[Recorded], position: int) -> None:
        """Put older events in front: those that end right before the oldest one here, or at `position`."""
        oldest = self.oldest() or position + 1
        older = [Entry(event, size=_weight(event)) for event in events if event.number < oldest]
        if not older or older[-1].event.number != oldest - 1:
            return
        self._entries.extendleft(reversed(older))
        self._grown(sum(entry.size for entry in older))

    def keep(self, entry: Entry, key: Key, texts: list[Text]) -> list[Text]:
        """Remember the frames an event made for a topic and audience, and return them."""
        if self._entries and self._entries[0].event.number <= entry.event.number and entry.size:
            entry.texts[key] = texts
            size = sum(len(text.frame) for text in texts)
            entry.size += size
            self._grown(size)
        return texts

    def after(self, number: int) -> list[Entry] | None:
        """Return the entries after a number; None when the ring does not reach back that far."""
        if not self._entries or self._entries[0].event.number > number + 1:
            return None
        skipped = number + 1 - self._entries[0].event.number
        return list(islice(self._entries, skipped, None))

    def oldest(self) -> int | None:
        """Return the number of the oldest event here, if any."""
        return self._entries[0].event.number if self._entries else None

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._size = 0

    def _grown(self, size: int) -> None:
        self._size += size
        while self._entries and (self._size > MAX_BYTES or len(self._entries) > MAX_EVENTS):
            self._size -= self._entries.popleft().size


def _weight(event: Recorded) -> int:
    return len(orjson.dumps(event.data)) + 1
