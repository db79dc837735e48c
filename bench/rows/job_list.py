"""A list of 50 jobs, each nested with customer, vehicle, items with steps, and holds."""

from bench.figures import Figure, milliseconds, times_the_peer
from bench.stage import Row, Runs, Stage


def _runs(stage: Stage) -> Runs:
    stage.target.fresh_jobs(technicians=10, each=5, steps=8)
    requests = [stage.target.job_list()] * stage.amount(300, 80)
    while True:
        answers = stage.ask_in_turn(requests, 200)
        times = [answer.seconds for answer in answers]
        yield {
            "list_p50": milliseconds(times, 0.5),
            "list_p99": milliseconds(times, 0.99),
            "list_kib": len(answers[0].body) / 1024,
        }


ROW = Row(
    "job_list",
    (
        Figure("list_p50", "a list of 50 nested jobs, p50", "ms", times_the_peer("list_p50", at_most=1.0)),
        Figure("list_p99", "a list of 50 nested jobs, p99", "ms"),
        Figure("list_kib", "size of that list", "KiB"),
    ),
    _runs,
)
