"""One vehicle's service history: 40 records with their lines, read by its owner."""

from bench.figures import Figure, milliseconds
from bench.stage import Row, Runs, Stage


def _runs(stage: Stage) -> Runs:
    requests = [stage.target.vehicle_history()] * stage.amount(400, 100)
    while True:
        times = [answer.seconds for answer in stage.ask_in_turn(requests, 200)]
        yield {"history_p50": milliseconds(times, 0.5), "history_p99": milliseconds(times, 0.99)}


ROW = Row(
    "vehicle_history",
    (
        Figure("history_p50", "one vehicle's history of 40 records, p50", "ms"),
        Figure("history_p99", "one vehicle's history of 40 records, p99", "ms"),
    ),
    _runs,
)
