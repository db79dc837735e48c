"""Creating one appointment after the other, each on a bay and a technician that are free."""

from bench.figures import Figure, milliseconds
from bench.stage import Row, Runs, Stage


def _runs(stage: Stage) -> Runs:
    while True:
        answers = stage.ask_in_turn(stage.target.bookings(stage.amount(200, 60)), 201)
        times = [answer.seconds for answer in answers]
        yield {"appointment_p50": milliseconds(times, 0.5), "appointment_p99": milliseconds(times, 0.99)}


ROW = Row(
    "one_appointment",
    (
        Figure("appointment_p50", "creating one appointment, p50", "ms"),
        Figure("appointment_p99", "creating one appointment, p99", "ms"),
    ),
    _runs,
)
