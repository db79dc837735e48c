"""An orderly end: who stops the simulation waits for the move under way, and nobody is cut off within a statement."""

import signal
import time

HEEDED_EVERY = 0.2


class Stop:
    """Whether the end was asked for; a second time it comes at once."""

    def __init__(self) -> None:
        self.asked = False

    def listen(self) -> None:
        """Take Ctrl-C and SIGTERM as asking."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def pause(self, seconds: float) -> None:
        """Sleep; raise KeyboardInterrupt as soon as the end is asked for."""
        until = time.monotonic() + seconds
        while not self.asked and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, HEEDED_EVERY))
        if self.asked:
            raise KeyboardInterrupt

    def _ask(self, number: int, frame: object) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
