"""Events to a thousand sockets as fast as the system can hand them out."""

import time

from bench.figures import Figure, times_the_peer
from bench.rows.fan_out import SOCKETS, job_with_news
from bench.stage import Row, Runs, Stage

UNDER_WAY = 8


def _runs(stage: Stage) -> Runs:
    topic = job_with_news(stage).topic
    seconds = stage.amount(4, 2)
    with stage.crowd(SOCKETS, [topic]) as crowd:
        tally = crowd.tally
        while True:
            tally.events = announced = 0
            began = time.perf_counter()
            while time.perf_counter() - began < seconds:
                stage.target.announce(topic)
                announced += 1
                owed = (announced - UNDER_WAY) * SOCKETS
                stage.loop.until(lambda: tally.events >= owed, doing="deliveries")  # noqa: B023
            stage.loop.until(lambda: tally.events >= announced * SOCKETS, doing="the last deliveries")  # noqa: B023
            yield {"deliveries": tally.events / (time.perf_counter() - began)}
            stage.loop.settle()


ROW = Row(
    "deliveries",
    (
        Figure(
            "deliveries",
            "deliveries a second, 1,000 sockets",
            "/s",
            times_the_peer("deliveries", at_least=1.0),
        ),
    ),
    _runs,
)
