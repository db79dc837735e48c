"""Start the launcher as a process of its own and look at what it says and what it leaves."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workshop.embedded.places import CHECKOUT

OURS = ("DATABASE_", "REDIS_", "PITLANE_", "DJANGO_", "SECRET_KEY", "PORT", "DEMO", "CHANNEL_")


def clean_env(env: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a newcomer: nothing of the servers this test run stands on."""
    return {name: value for name, value in env.items() if not name.startswith(OURS)}


def wait_until(condition: Callable[[], bool], within: float, what: str) -> None:
    """Wait for a condition; fails the test when it does not come within the seconds given."""
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, f"not within {within:g} s: {what}"
        time.sleep(0.05)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def descendants(pid: int) -> set[int]:
    """Return every process started by a process, and by those."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except FileNotFoundError:
                continue
    found: set[int] = set()
    fresh = {pid}
    while fresh:
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return found


@dataclass
class Launched:
    """Hold a running launcher and what it said so far."""

    process: subprocess.Popen[bytes]
    output: Path

    @property
    def said(self) -> str:
        """Everything it wrote, on both streams."""
        return self.output.read_text()

    def wait(self, within: float) -> int:
        """Return its exit code once it ended."""
        return self.process.wait(within)

    def wait_for(self, words: str, within: float) -> None:
        """Wait until it said the words."""
        wait_until(
            lambda: words in self.said or self.process.poll() is not None, within, f"{words!r} in {self.said}"
        )
        assert words in self.said, self.said

    def end(self) -> None:
        """Stop it in order, and everything it started by force if it is late."""
        family = descendants(self.process.pid)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for pid in family:
            if is_alive(pid):
                os.kill(pid, signal.SIGKILL)
        self.output.unlink()


def launch(*words: str, env: Mapping[str, str]) -> Launched:
    """Start `python -m workshop.embedded` with the words, as make does."""
    output = Path(f"/tmp/pitlane-launched-{os.getpid()}-{time.monotonic_ns()}.log")
    with output.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "workshop.embedded", *words],
            cwd=CHECKOUT, env=dict(env), stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT,
        )  # fmt: skip
    return Launched(process, output)
