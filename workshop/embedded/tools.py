"""Run the tools of a step (pip, npm, manage.py) with their output kept in a log file."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from workshop.embedded import children
from workshop.embedded.logs import open_log, said_since
from workshop.embedded.refusals import explain_failure
from workshop.embedded.say import Step


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
        raise explain_failure(what, log, said_since(log, start))
