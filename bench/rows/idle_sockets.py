"""The memory that one more idle, subscribed socket costs, in a freshly started system."""

from bench.figures import Figure, Owed
from bench.load.crowd import gathered
from bench.machine import resident_kib
from bench.rows.fan_out import job_with_news
from bench.stage import Row, Runs, Stage

FIRST = 200
CALM_SECONDS = 1.5


def _runs(stage: Stage) -> Runs:
    target, loop = stage.target, stage.loop
    topics = [job_with_news(stage).topic]
    more = stage.amount(2_000, 1_000)
    while True:
        target.stop()
        target.start()
        with gathered(loop, target.live_port, target.dialogues(FIRST, topics)) as crowd:
            loop.pass_time(CALM_SECONDS)
            before = resident_kib(target.pids())
            crowd.open(target.dialogues(more, topics))
            loop.pass_time(CALM_SECONDS)
            yield {"idle_socket": (resident_kib(target.pids()) - before) / more}


ROW = Row(
    "idle_sockets",
    (Figure("idle_socket", "idle socket, resident memory", "KiB", Owed("30 KiB", at_most=30)),),
    _runs,
    warm_up=False,
)
