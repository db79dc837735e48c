"""Sixty-four customers want one bay, one technician, one time, at once: one gets it, the others are told.

The floor is the exclusion constraint alone, without row locks, in plain SQL.
"""

from bench.figures import FLOOR, Figure, Measured, Owed, milliseconds
from bench.load.http import Answer
from bench.rows import constraint_alone
from bench.rows.constraint_alone import RIVALS
from bench.stage import Row, Runs, Stage
from bench.targets.base import Target
from bench.targets.stores import deadlocks


def _runs(stage: Stage) -> Runs:
    with stage.lines(RIVALS) as lines:
        while True:
            times: list[float] = []
            for _ in range(stage.amount(10, 4)):
                answers: list[Answer] = []
                for line, request in zip(lines, stage.target.rivals(RIVALS), strict=True):
                    line.send(request, answers.append)
                stage.loop.until(lambda: len(answers) == RIVALS, doing="64 rivals")  # noqa: B023
                verdicts = sorted(answer.status for answer in answers)
                if verdicts != [201] + [409] * (RIVALS - 1):
                    raise RuntimeError(f"One rival should have won, the others got a 409: {verdicts}")
                times += [answer.seconds for answer in answers]
            yield {"rivals_p50": milliseconds(times, 0.5), "rivals_p99": milliseconds(times, 0.99)}


def _aftermath(target: Target) -> Measured:
    return {"deadlocks": deadlocks(target.database)}


ROW = Row(
    "booking_rivals",
    (
        Figure("rivals_p50", "booking under 64 rivals, p50", "ms"),
        Figure(
            "rivals_p99",
            "booking under 64 rivals, p99",
            "ms",
            Owed("0.1 x the constraint alone", at_most=0.1, of=(FLOOR, "rivals_p99")),
        ),
        Figure("deadlocks", "deadlocks among them", "in all (floor: a run)", Owed("none", at_most=0)),
    ),
    _runs,
    floor=constraint_alone.runs,
    aftermath=_aftermath,
)
