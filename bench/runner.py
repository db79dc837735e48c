"""Run a row against a system several times and keep every figure."""

import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

import psutil

from bench.figures import FLOOR, Measured
from bench.load.loop import Loop
from bench.machine import SYSTEM_CORE, processor_seconds
from bench.record import Record
from bench.stage import Row, Runs, Stage
from bench.targets.base import Target


def _core_seconds() -> float:
    """Return how long the system's core has worked so far, for whomever."""
    times = psutil.cpu_times(percpu=True)[SYSTEM_CORE]
    return float(sum(times) - times.idle - times.iowait - times.guest - times.guest_nice)


def _one_run(runs: Runs, pids: Callable[[], list[int]]) -> tuple[Measured, Measured]:
    """Return a run's figures, and what shares of a core the load, the system and strangers used meanwhile."""
    before = pids()
    core, used, own, began = (
        _core_seconds(),
        processor_seconds(before),
        time.process_time(),
        time.perf_counter(),
    )
    measured = next(runs)
    seconds = time.perf_counter() - began
    busy = {"load": (time.process_time() - own) / seconds}
    # A floor has no system, and a row that restarts its own leaves nothing to compare.
    if before and pids() == before:
        busy["system"] = (processor_seconds(before) - used) / seconds
        busy["strangers"] = max(0.0, (_core_seconds() - core) / seconds - busy["system"])
    return measured, busy


@dataclass
class Runner:
    """Measure rows, each so many times, into one record."""

    runs: int
    quick: bool
    record: Record = field(default_factory=Record)

    def _measure(self, row: Row, name: str, each: Runs, pids: Callable[[], list[int]]) -> None:
        with closing(each):
            if row.warm_up:
                next(each)
            for number in range(self.runs):
                measured, busy = _one_run(each, pids)
                self.record.add(row.name, name, measured, busy)
                shown = ", ".join(f"{key} {value:,.2f}" for key, value in {**measured, **busy}.items())
                print(f"{row.name} {name} {number + 1}/{self.runs}: {shown}", file=sys.stderr)

    def measure_floor(self, row: Row) -> None:
        """Measure what lies under a row, if anything does."""
        if row.floor is not None:
            self._measure(row, FLOOR, row.floor(self.quick), list)

    def measure(self, row: Row, system: Target) -> None:
        """Start the system, warm up, run the row, stop the system."""
        with closing(Loop()) as loop:
            system.start()
            try:
                self._measure(row, system.name, row.runs(Stage(system, loop, self.quick)), system.pids)
            finally:
                system.stop()
        if row.aftermath is not None:
            self.record.conclude(row.name, system.name, row.aftermath(system))
