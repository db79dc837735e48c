"""The memory that one more idle, subscribed socket costs, in a freshly started system."""

from bench.figures import Figure, Owed
from bench.load.crowd import gathered
from bench.machine import resident_kib
from bench.rows.fan_out import job_with_news
from bench.stage import Row, Runs, Stage

FIRST = 1_000
CALM_SECONDS = 1.0
CALM_KIB = 256
MOST_LOOKS = 20


def _calm_memory(stage: Stage) -> float:
    """Return the resident KiB once a second has hardly changed it: a runtime that just started still tidies up."""
    before = resident_kib(stage.target.pids())
    for _ in range(MOST_LOOKS):
        stage.loop.pass_time(CALM_SECONDS)
        now = resident_kib(stage.target.pids())
        if abs(now - before) < CALM_KIB:
            return now
        before = now
    raise TimeoutError("The system's memory does not come to rest.")


def _runs(stage: Stage) -> Runs:
    target, loop = stage.target, stage.loop
    topics = [job_with_news(stage).topic]
    more = stage.amount(2_000, 1_000)
    while True:
        target.stop()
        target.start()
        with gathered(loop, target.live_port, target.dialogues(FIRST, topics)) as crowd:
            before = _calm_memory(stage)
            crowd.open(target.dialogues(more, topics))
            yield {"idle_socket": (_calm_memory(stage) - before) / more}


ROW = Row(
    "idle_sockets",
    (Figure("idle_socket", "idle socket, resident memory", "KiB", Owed("30 KiB", at_most=30)),),
    _runs,
    warm_up=False,
    restarts=True,
)
