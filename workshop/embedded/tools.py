"""Run the tools of a step (pip, npm, manage.py) with their output kept in a log file."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from workshop.embedded import children
from workshop.embedded.refusals import explain_failure
from workshop.embedded.say import Step

KEPT_LOG_BYTES = 10_000_000


def open_log(log: Path) -> Path:
    """Return the path of a log to append to; one grown past 10 MB is moved to `.1` first."""
    if log.exists() and log.stat().st_size > KEPT_LOG_BYTES:
        log.replace(log.with_name(f"{log.name}.1"))
    log.touch()
    return log


def run_tool(
    what: str, command: Sequence[str | Path], *, log: Path, cwd: Path, env: Mapping[str, str], current: Step
) -> None:
    """Run a command to its end, ticking the step.

    Raises Refusal with a sentence made from its output when it fails.
    """
    with open_log(log).open("ab") as output:
        start = output.tell()
        process = children.spawn(command, env=env, output=output, cwd=cwd)
        try:
            while True:
                try:
                    code = process.wait(1.0)
                    break
                except subprocess.TimeoutExpired:
                    current.tick()
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            children.stop(process)
            raise
    if code != 0:
        with log.open("rb") as written:
            written.seek(start)
            raise explain_failure(what, log, written.read().decode(errors="replace"))
