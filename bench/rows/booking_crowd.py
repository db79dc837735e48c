"""Sixty-four clients book among a thousand slots: each draws slots and asks for one after the other, all at once.

The floor is the exclusion constraint alone, without row locks, in plain SQL.
"""

from collections.abc import Iterator

from bench.figures import Figure, Measured, milliseconds
from bench.load.http import Answer, Line
from bench.rows import constraint_alone
from bench.rows.constraint_alone import RIVALS
from bench.stage import Row, Runs, Stage
from bench.targets.base import Target
from bench.targets.stores import deadlocks

SLOTS = 1000
EACH, EACH_QUICK = 8, 3


def _runs(stage: Stage) -> Runs:
    each = stage.amount(EACH, EACH_QUICK)
    with stage.lines(RIVALS) as lines:
        while True:
            answers: list[Answer] = []
            for line, requests in zip(lines, stage.target.wishes(RIVALS, each, SLOTS), strict=True):
                _wish(line, iter(requests), answers)
            stage.loop.until(lambda: len(answers) == RIVALS * each, doing="64 clients")  # noqa: B023
            granted = sum(answer.status == 201 for answer in answers)
            if any(answer.status not in (201, 409) for answer in answers):
                raise RuntimeError(f"Granted or refused was expected: {sorted({a.status for a in answers})}")
            times = [answer.seconds for answer in answers]
            yield {
                "crowd_p50": milliseconds(times, 0.5),
                "crowd_p99": milliseconds(times, 0.99),
                "crowd_granted": 100 * granted / len(answers),
            }


def _wish(line: Line, requests: Iterator[bytes], answers: list[Answer]) -> None:
    """Send the next request as soon as the one before is answered."""

    def answered(answer: Answer) -> None:
        answers.append(answer)
        _wish(line, requests, answers)

    if (request := next(requests, None)) is not None:
        line.send(request, answered)


def _aftermath(target: Target) -> Measured:
    return {"crowd_deadlocks": deadlocks(target.database)}


ROW = Row(
    "booking_crowd",
    (
        Figure("crowd_p50", "64 clients over 1,000 slots, p50", "ms"),
        Figure("crowd_p99", "64 clients over 1,000 slots, p99", "ms"),
        Figure("crowd_granted", "bookings granted among them", "%"),
        Figure("crowd_deadlocks", "deadlocks among them", "in all (floor: a run)"),
    ),
    _runs,
    floor=lambda quick: constraint_alone.crowded(EACH_QUICK if quick else EACH, SLOTS),
    aftermath=_aftermath,
)
