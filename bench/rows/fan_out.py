"""One event, published by another process, to a thousand sockets on its topic."""

from bench.figures import Figure, milliseconds, times_the_peer
from bench.load.crowd import Crowd
from bench.stage import Row, Runs, Stage
from bench.targets.base import Job

SOCKETS = 1_000


def job_with_news(stage: Stage) -> Job:
    """Open a job and do its first step, so that there is an event to tell."""
    job = stage.target.fresh_jobs(technicians=1, each=1, steps=8)[0][0]
    stage.ask_in_turn([tap.request for tap in job.taps[:2]], 200)
    return job


def _announce(stage: Stage, crowd: Crowd, topic: str) -> list[float]:
    tally = crowd.tally
    tally.look_for(b"")
    published_at = stage.target.announce(topic)
    stage.loop.until(lambda: len(tally.arrivals) >= SOCKETS, doing="an event to every socket")
    stage.loop.settle()
    return [arrival - published_at for arrival in tally.arrivals]


def _runs(stage: Stage) -> Runs:
    topic = job_with_news(stage).topic
    with stage.crowd(SOCKETS, [topic]) as crowd:
        while True:
            crowd.tally.bytes = crowd.tally.events = 0
            delays = [delay for _ in range(stage.amount(60, 20)) for delay in _announce(stage, crowd, topic)]
            yield {
                "fan_out_p50": milliseconds(delays, 0.5),
                "fan_out_p99": milliseconds(delays, 0.99),
                "fan_out_bytes": crowd.tally.bytes / crowd.tally.events,
            }


ROW = Row(
    "fan_out",
    (
        Figure("fan_out_p50", "one event to 1,000 sockets, p50", "ms"),
        Figure(
            "fan_out_p99",
            "one event to 1,000 sockets, p99",
            "ms",
            times_the_peer("fan_out_p99", at_most=1.3, then=", then ahead"),
        ),
        Figure("fan_out_bytes", "size of that event on the wire", "bytes"),
    ),
    _runs,
)
