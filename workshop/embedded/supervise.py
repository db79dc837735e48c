"""Watch the running processes and start again what died, saying so."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from workshop.embedded import children, say
from workshop.embedded.logs import open_log
from workshop.embedded.refusals import Refusal

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0)
# The pauses are for what dies of its own start. What lived this long did not: its next end counts as the first.
WELL_AFTER = 15.0
ASKED_EVERY = 0.5


class Program(Protocol):
    """Something that can be started, watched and stopped."""

    name: str
    log: Path
    process: subprocess.Popen[bytes] | None

    def start(self) -> None:
        """Start it; returns when it is on its way."""

    def ask_to_stop(self) -> None:
        """Send the signal that ends it in order."""

    def stop(self) -> None:
        """Stop it and wait."""


@dataclass
class Service:
    """One process of ours; its output goes to its log, its id to its pid file."""

    name: str
    command: Sequence[str | Path]
    env: Mapping[str, str]
    cwd: Path
    log: Path
    pid_file: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process."""
        with open_log(self.log).open("ab") as output:
            self.process = children.spawn(self.command, env=self.env, output=output, cwd=self.cwd)
        self.pid_file.write_text(f"{self.process.pid}\n")

    def retire_leftover(self) -> None:
        """Stop the process that a launcher killed earlier may have left."""
        children.retire_leftover(self.pid_file, os.fspath(self.command[0]), signal.SIGKILL)

    def ask_to_stop(self) -> None:
        """Ask the process to end what it is doing."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def stop(self) -> None:
        """Stop the process and wait."""
        if self.process is not None:
            children.stop(self.process)
            self.pid_file.unlink(missing_ok=True)


@dataclass
class _Watched:
    program: Program
    answers: Callable[[], bool]
    started_at: float
    ends: int = 0
    start_at: float | None = None
    ask_at: float | None = None


@dataclass
class Supervisor:
    """Hold what runs, in the order it was started."""

    watched: list[_Watched] = field(default_factory=list)

    def start(self, program: Program, answers: Callable[[], bool] = lambda: True) -> None:
        """Start a program and watch it from now on; `answers` tells whether one that started again is of use."""
        self.watched.append(_Watched(program, answers, time.monotonic()))
        program.start()

    def watch_forever(self) -> None:
        """Start again whatever ends, until a signal stops the launcher."""
        while True:
            self.look()
            time.sleep(0.1)

    def look(self) -> None:
        """Look after every program once."""
        for each in self.watched:
            self._look_after(each, time.monotonic())

    def _look_after(self, each: _Watched, now: float) -> None:
        if each.start_at is not None:
            if now >= each.start_at:
                self._start_again(each, now)
        elif each.program.process is not None and (code := each.program.process.poll()) is not None:
            if now - each.started_at > WELL_AFTER:
                each.ends = 0
            self._plan_start(each, now, f"{each.program.name} ended ({describe_end(code)})")
        elif each.ask_at is not None and now >= each.ask_at:
            self._ask(each, now)

    def _plan_start(self, each: _Watched, now: float, what: str) -> None:
        pause = PAUSES[min(each.ends, len(PAUSES) - 1)]
        each.ends += 1
        each.start_at, each.ask_at = now + pause, None
        say.line(f"{what}: it is started again in {pause:g} s; see {each.program.log}")

    def _start_again(self, each: _Watched, now: float) -> None:
        each.start_at, each.started_at = None, now
        try:
            each.program.start()
        except (Refusal, OSError) as problem:
            self._plan_start(each, now, f"{each.program.name} does not start ({problem})")
        else:
            each.ask_at = now

    def _ask(self, each: _Watched, now: float) -> None:
        if each.answers():
            each.ask_at = None
            say.line(f"{each.program.name} runs again")
        else:
            each.ask_at = now + ASKED_EVERY

    def stop(self) -> None:
        """Stop everything: first what uses the servers, all at once, then the servers, each waited for."""
        services = [each.program for each in self.watched if isinstance(each.program, Service)]
        servers = [each.program for each in self.watched if not isinstance(each.program, Service)]
        for group in (services, servers):
            for program in group:
                program.ask_to_stop()
            for program in reversed(group):
                program.stop()


def describe_end(code: int) -> str:
    """Return how a process ended, in words."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"
