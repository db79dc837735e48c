"""From a technician's tap, through the commit, to every screen that watches the job."""

import time

from bench.figures import Figure, milliseconds, times_the_peer
from bench.load.crowd import Crowd
from bench.load.http import Answer, Line
from bench.stage import Row, Runs, Stage
from bench.targets.base import Tap

STEPS = 32
JOBS_TAPPED = {1: 4, 100: 2, 1_000: 2}


def _tap(stage: Stage, line: Line, crowd: Crowd, tap: Tap) -> list[float]:
    """Tap once; return when each screen showed it, in seconds after the tap."""
    tally, screens = crowd.tally, len(crowd)
    answers: list[Answer] = []
    tally.look_for(tap.needle)
    tapped_at = time.perf_counter()
    line.send(tap.request, answers.append)
    stage.loop.until(
        lambda: bool(answers) and (len(tally.arrivals) >= screens or answers[0].status != 200), doing="a tap"
    )
    stage.loop.settle()
    answers[0].expect(200)
    return [arrival - tapped_at for arrival in tally.arrivals]


def _measure(stage: Stage, screens: int) -> list[float]:
    jobs = stage.target.fresh_jobs(technicians=1, each=JOBS_TAPPED[screens], steps=STEPS)[0]
    taps = [tap for job in jobs for tap in job.taps]
    with stage.crowd(screens, [job.topic for job in jobs]) as crowd, stage.lines(1) as (line,):
        chosen = taps[: stage.amount(len(taps), 40)]
        return [delay for tap in chosen for delay in _tap(stage, line, crowd, tap)]


def _runs(stage: Stage) -> Runs:
    while True:
        run: dict[str, float] = {}
        for screens in JOBS_TAPPED:
            shown = _measure(stage, screens)
            run[f"tap_{screens}_p50"] = milliseconds(shown, 0.5)
            run[f"tap_{screens}_p99"] = milliseconds(shown, 0.99)
        yield run


def _screens(count: int) -> tuple[Figure, Figure]:
    who = "1 screen" if count == 1 else f"{count:,} screens"
    key = f"tap_{count}_p99"
    return (
        Figure(f"tap_{count}_p50", f"tap → commit → {who}, p50", "ms"),
        Figure(key, f"tap → commit → {who}, p99", "ms", times_the_peer(key, at_most=1.0)),
    )


ROW = Row("tap_to_screens", tuple(figure for count in JOBS_TAPPED for figure in _screens(count)), _runs)
