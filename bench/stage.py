"""What a row works with: the running target, the loop of the load, and how much to do."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from bench.figures import Figure, Measured
from bench.load.crowd import Crowd, gathered
from bench.load.http import Answer, Line
from bench.load.loop import Loop
from bench.targets.base import Target

Runs = Generator[Measured, None, None]


@dataclass(frozen=True)
class Stage:
    """A started target, with the load that visits it."""

    target: Target
    loop: Loop
    quick: bool

    def amount(self, full: int, quick: int) -> int:
        """Return how much to do in this run of the bench."""
        return quick if self.quick else full

    def crowd(self, count: int, topics: list[str]) -> AbstractContextManager[Crowd]:
        """Open so many screens that watch the topics, and close them at the end."""
        return gathered(self.loop, self.target.live_port, self.target.dialogues(count, topics))

    @contextmanager
    def lines(self, count: int) -> Iterator[list[Line]]:
        """Open so many HTTP connections, and close them at the end."""
        lines = [Line(self.loop, self.target.http_port) for _ in range(count)]
        try:
            yield lines
        finally:
            for line in lines:
                line.close()

    def ask_in_turn(self, requests: Sequence[bytes], status: int) -> list[Answer]:
        """Send requests one after the other on one connection; each must be answered with this status."""
        with self.lines(1) as (line,):
            return [line.ask(request).expect(status) for request in requests]


@dataclass(frozen=True)
class Row:
    """A kind of work: its figures, and a generator that prepares, yields run after run, and cleans up.

    `aftermath` finds figures of all the runs together, once the target has stopped. `floor` measures
    what lies under it, without a target; it is told whether to be quick. Systems stand side by side and are
    measured in turn, run by run, unless the row `restarts` its own.
    """

    name: str
    figures: tuple[Figure, ...]
    runs: Callable[[Stage], Runs]
    warm_up: bool = True
    restarts: bool = False
    floor: Callable[[bool], Runs] | None = None
    aftermath: Callable[[Target], Measured] | None = None
