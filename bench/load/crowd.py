"""Many screens that share one tally."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench.load.loop import Loop
from bench.load.screen import Dialogue, Screen, Tally

AT_ONCE = 64


class Crowd:
    """A growing number of screens; `tally` counts what they see together."""

    def __init__(self, loop: Loop, port: int) -> None:
        self._loop = loop
        self._port = port
        self._screens: list[Screen] = []
        self.tally = Tally()

    def __len__(self) -> int:
        return len(self._screens)

    def open(self, dialogues: Sequence[Dialogue], at_once: int = AT_ONCE) -> None:
        """Open a screen for each dialogue, at most `at_once` at a time; return when all are subscribed."""
        opening: list[Screen] = []

        def a_place_is_free() -> bool:
            opening[:] = [screen for screen in opening if not screen.ready]
            return len(opening) < at_once

        for dialogue in dialogues:
            self._loop.until(a_place_is_free, doing="subscribing a socket")
            screen = Screen(self._loop, self._port, dialogue, self.tally)
            self._screens.append(screen)
            opening.append(screen)
        self._loop.until(lambda: a_place_is_free() and not opening, doing="subscribing a socket")

    def close(self) -> None:
        """Close every screen."""
        for screen in self._screens:
            screen.close()
        self._screens.clear()


@contextmanager
def gathered(loop: Loop, port: int, dialogues: Sequence[Dialogue]) -> Iterator[Crowd]:
    """Open a crowd and close it at the end."""
    crowd = Crowd(loop, port)
    try:
        crowd.open(dialogues)
        loop.settle(0.05)
        yield crowd
    finally:
        crowd.close()
