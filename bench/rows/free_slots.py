"""Free slots of a month: 30 days, 8 bays, 12 technicians, in the engine and through the API.

The floor is a query per slot. The peer has no such thing.
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from bench.figures import Figure, Owed, milliseconds
from bench.rows import query_per_slot
from bench.stage import Row, Runs, Stage


@runtime_checkable
class Finder(Protocol):
    """A system that finds free slots."""

    def free_slots(self) -> tuple[bytes, Callable[[], float]]:
        """Return the request for a month's free slots, and a function that finds them here and returns the seconds."""


def _runs(stage: Stage) -> Runs:
    target = stage.target
    if not isinstance(target, Finder):
        while True:
            yield {}
    request, engine = target.free_slots()
    while True:
        asked = [request] * stage.amount(300, 60)
        answers = stage.ask_in_turn(asked, 200)
        times = [engine() for _ in range(stage.amount(300, 60))]
        through = [answer.seconds for answer in answers]
        yield {
            "slots_p50": milliseconds(times, 0.5),
            "slots_p99": milliseconds(times, 0.99),
            "slots_api_p50": milliseconds(through, 0.5),
            "slots_api_p99": milliseconds(through, 0.99),
        }


ROW = Row(
    "free_slots",
    (
        Figure(
            "slots_p50", "free slots, 30 days x 8 bays x 12 technicians, p50", "ms (floor: a query per slot)"
        ),
        Figure(
            "slots_p99",
            "free slots in the engine, p99",
            "ms (floor: a query per slot)",
            Owed("15 ms", at_most=15),
        ),
        Figure("slots_api_p50", "free slots through the API, p50", "ms"),
        Figure("slots_api_p99", "free slots through the API, p99", "ms", Owed("60 ms", at_most=60)),
    ),
    _runs,
    floor=query_per_slot.runs,
)
