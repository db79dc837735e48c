"""Sockets opened a second: connected, admitted by a ticket, subscribed to a topic."""

import time

from bench.figures import Figure, Owed
from bench.load.crowd import Crowd
from bench.rows.fan_out import job_with_news
from bench.stage import Row, Runs, Stage


def _runs(stage: Stage) -> Runs:
    target = stage.target
    topics = [job_with_news(stage).topic]
    while True:
        dialogues = target.dialogues(stage.amount(1_000, 500), topics)
        crowd = Crowd(stage.loop, target.live_port)
        try:
            began = time.perf_counter()
            crowd.open(dialogues)
            seconds = time.perf_counter() - began
        finally:
            crowd.close()
        stage.loop.pass_time(0.5)
        yield {"opened": len(dialogues) / seconds}


ROW = Row(
    "sockets_opened",
    (Figure("opened", "sockets opened, admitted and subscribed", "/s", Owed("2,000 /s", at_least=2_000)),),
    _runs,
)
