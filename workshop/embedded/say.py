"""Show what the launcher is doing: one line a step, with the seconds it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from workshop.embedded.refusals import Stopping

_other_stream: TextIO | None = None


def use(stream: TextIO) -> None:
    """Say everything on another stream: a command run by `exec` has stdout for itself."""
    global _other_stream
    _other_stream = stream


def _stream() -> TextIO:
    return _other_stream or sys.stdout


def _is_terminal() -> bool:
    return _stream().isatty()


class Step:
    """A line on the screen whose seconds tick while the step works."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.note = ""
        self.started = time.monotonic()

    def tick(self) -> None:
        """Show the seconds so far; on a terminal only."""
        if _is_terminal():
            print(f"\r{self._seconds()}  {self.title} …", end="", file=_stream(), flush=True)

    def end(self, outcome: str) -> None:
        """Write the final line of the step."""
        start = "\r" if _is_terminal() else ""
        note = f" ({self.note})" if self.note else ""
        print(
            f"{start}{self._seconds()}  {self.title}{outcome}{note}" + (" " * 4 if start else ""),
            file=_stream(),
            flush=True,
        )

    def _seconds(self) -> str:
        return f"{time.monotonic() - self.started:6.1f} s"


@contextmanager
def step(title: str, *, announce: bool = False) -> Iterator[Step]:
    """Show a step while its block runs; `announce` says on a log, too, that a long one begins."""
    current = Step(title)
    if announce and not _is_terminal():
        print(f"          {title} …", file=_stream(), flush=True)
    current.tick()
    try:
        yield current
    except Stopping:
        current.end(": stopped")
        raise
    except BaseException:
        current.end(": failed")
        raise
    current.end("")


def line(text: str) -> None:
    """Say one line."""
    print(text, file=_stream(), flush=True)


def complain(sentence: str) -> None:
    """Say why the launcher ends, on the error stream."""
    print(f"\n{sentence}", file=sys.stderr, flush=True)
