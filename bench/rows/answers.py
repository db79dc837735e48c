"""The answer to a tap while a thousand screens are shown every tap of a busy workshop."""

import random
import time

from bench.figures import Figure, milliseconds, times_the_peer
from bench.load.http import Answer, Line
from bench.stage import Row, Runs, Stage
from bench.targets.base import Job

SCREENS = 1_000
TECHNICIANS = 4
STEPS = 32
TAPS_A_SECOND = 24
# The same irregular rhythm for every system: even gaps would let each tap miss the fan-out of the one before.
RHYTHM = 2_026


class _Technician:
    """Tap through one job, each tap at its own moment, or once the tap before is answered."""

    def __init__(self, line: Line, job: Job, taps: int, rhythm: random.Random) -> None:
        self._line = line
        self._taps = iter(job.taps[:taps])
        self._rhythm = rhythm
        self._awaiting = False
        self._next_at = time.perf_counter()
        self.seconds: list[float] = []
        self.left = taps
        self._plan()

    def _plan(self) -> None:
        self._next_at += self._rhythm.expovariate(TAPS_A_SECOND / TECHNICIANS)

    def tap_if_due(self) -> None:
        """Tap when the moment has come."""
        if not self.left or self._awaiting or time.perf_counter() < self._next_at:
            return
        self._awaiting = True
        self._line.send(next(self._taps).request, self._answered)

    def _answered(self, answer: Answer) -> None:
        self._awaiting = False
        self.seconds.append(answer.expect(200).seconds)
        self.left -= 1
        self._plan()


def _runs(stage: Stage) -> Runs:
    taps = 2 * stage.amount(STEPS - 1, 10)
    while True:
        jobs = [own[0] for own in stage.target.fresh_jobs(TECHNICIANS, 1, STEPS)]
        with stage.crowd(SCREENS, [job.topic for job in jobs]) as crowd, stage.lines(TECHNICIANS) as lines:
            rhythm = random.Random(RHYTHM)
            crew = [_Technician(line, job, taps, rhythm) for line, job in zip(lines, jobs, strict=True)]
            while any(technician.left for technician in crew):
                for technician in crew:
                    technician.tap_if_due()
                stage.loop.turn(0.001)
            owed = taps * TECHNICIANS * SCREENS
            stage.loop.until(lambda: crowd.tally.events >= owed, doing="the last screens")  # noqa: B023
        answered = [seconds for technician in crew for seconds in technician.seconds]
        yield {"answer_p50": milliseconds(answered, 0.5), "answer_p99": milliseconds(answered, 0.99)}


ROW = Row(
    "answers",
    (
        Figure("answer_p50", "answer to the tap while 1,000 screens listen, p50", "ms"),
        Figure(
            "answer_p99",
            "answer to the tap while 1,000 screens listen, p99",
            "ms",
            times_the_peer("answer_p99", at_most=0.5),
        ),
    ),
    _runs,
)
