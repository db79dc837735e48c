"""Step writes, each with its event, history and key: sixteen technicians tapping without a pause."""

import time
from collections.abc import Iterator

from bench.figures import Figure, milliseconds, times_the_peer
from bench.load.http import Answer, Line
from bench.stage import Row, Runs, Stage
from bench.targets.base import Job

TECHNICIANS = 16
STEPS = 8


class _Shift:
    """One run: every technician taps as soon as an answer is there, until time or work is up.

    The work is pairs of start and complete: a technician ends with the clock stopped.
    """

    def __init__(self, lines: list[Line], work: list[Iterator[tuple[bytes, bytes]]], seconds: float) -> None:
        self.seconds: list[float] = []
        self.busy = len(lines)
        self._until = time.perf_counter() + seconds
        for line, steps in zip(lines, work, strict=True):
            self._start(line, steps)

    def _start(self, line: Line, steps: Iterator[tuple[bytes, bytes]]) -> None:
        step = next(steps, None) if time.perf_counter() < self._until else None
        if step is None:
            self.busy -= 1
            return
        start, complete = step

        def started(answer: Answer) -> None:
            self.seconds.append(answer.expect(200).seconds)
            line.send(complete, completed)

        def completed(answer: Answer) -> None:
            self.seconds.append(answer.expect(200).seconds)
            self._start(line, steps)

        line.send(start, started)


def _steps(jobs: list[Job]) -> Iterator[tuple[bytes, bytes]]:
    for job in jobs:
        requests = [tap.request for tap in job.taps]
        yield from zip(requests[::2], requests[1::2], strict=True)


def _runs(stage: Stage) -> Runs:
    cards = stage.amount(48, 16)
    with stage.lines(TECHNICIANS) as lines:
        while True:
            work = [_steps(jobs) for jobs in stage.target.fresh_jobs(TECHNICIANS, cards, STEPS)]
            before = stage.target.ledger()
            began = time.perf_counter()
            shift = _Shift(lines, work, stage.amount(4, 2))
            stage.loop.until(lambda: shift.busy == 0, doing="step writes")  # noqa: B023
            elapsed = time.perf_counter() - began
            after = stage.target.ledger()
            kept = {f"kept_{name}": (after[name] - before[name]) / len(shift.seconds) for name in after}
            yield {
                **kept,
                "step_writes": len(shift.seconds) / elapsed,
                "step_write_p99": milliseconds(shift.seconds, 0.99),
            }


ROW = Row(
    "step_writes",
    (
        Figure(
            "step_writes",
            "step write with its event, 16 technicians at once",
            "/s",
            times_the_peer("step_writes", at_least=0.5, then=", then 1 x"),
        ),
        Figure("step_write_p99", "the answer to such a write, p99", "ms"),
        Figure("kept_events", "what such a write keeps: events", "rows"),
        Figure("kept_answers", "what such a write keeps: answers to its key", "rows"),
        Figure("kept_versions", "what such a write keeps: history", "rows"),
    ),
    _runs,
)
