"""Start a process of a system under test on its core, and know when it is ready."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psutil

from bench.machine import SYSTEM_CORE

START_SECONDS = 30
_READING_PAUSE = 0.02


def start(
    command: Sequence[str], folder: Path, env: Mapping[str, str], log: Path
) -> "subprocess.Popen[bytes]":
    """Start a command on the system's core, with its output in a log."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **env},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: os.sched_setaffinity(0, {SYSTEM_CORE}),
        )


def wait_listening(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Return once the process or a child listens; raise RuntimeError with its log when it does not."""
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        lines = [line for member in family for line in member.net_connections("tcp")]
        if any(line.status == psutil.CONN_LISTEN and line.laddr.port == port for line in lines):
            return
        time.sleep(_READING_PAUSE)
    raise RuntimeError(f"A system did not start. Its log ends so:\n{log.read_text()[-2000:]}")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End a process, by force when it does not follow."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
