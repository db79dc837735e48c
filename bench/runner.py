"""Run a row against a system several times and keep every figure."""

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
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

    def _measure(self, row: Row, name: str, number: int, each: Runs, pids: Callable[[], list[int]]) -> None:
        measured, busy = _one_run(each, pids)
        if not measured:
            return  # This system does nothing of the kind.
        self.record.add(row.name, name, measured, busy)
        shown = ", ".join(f"{key} {value:,.2f}" for key, value in {**measured, **busy}.items())
        print(f"{row.name} {name} {number + 1}/{self.runs}: {shown}", file=sys.stderr)

    def measure_floor(self, row: Row) -> None:
        """Measure what lies under a row, if anything does."""
        if row.floor is not None:
            with closing(row.floor(self.quick)) as each:
                if row.warm_up:
                    next(each)
                for number in range(self.runs):
                    self._measure(row, FLOOR, number, each, list)

    def measure(self, row: Row, systems: Sequence[Target]) -> None:
        """Measure the systems in turn, run by run: a machine whose speed changes is the same for both."""
        for together in [[system] for system in systems] if row.restarts else [systems]:
            self._measure_in_turn(row, together)
        if row.aftermath is not None:
            for system in systems:
                self.record.conclude(row.name, system.name, row.aftermath(system))

    def _measure_in_turn(self, row: Row, systems: Sequence[Target]) -> None:
        with ExitStack() as over:
            turns = []
            for system in systems:
                # A system that comes up by half is stopped too.
                over.callback(system.stop)
                system.start()
                stage = Stage(system, over.enter_context(closing(Loop())), self.quick)
                turns.append((system, over.enter_context(closing(row.runs(stage)))))
            for number in range(-1 if row.warm_up else 0, self.runs):
                for system, each in turns:
                    system.take_turn()
                    if number < 0:
                        next(each)
                    else:
                        self._measure(row, system.name, number, each, system.pids)
