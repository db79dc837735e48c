"""Start processes that cannot outlive the launcher, and stop them."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from workshop.embedded.account import Account
from workshop.embedded.refusals import Refusal

PR_SET_PDEATHSIG = 1
# What a process may take to stop in order, in seconds.
PATIENCE = 8.0
LEFTOVER_PATIENCE = 10.0
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(number: int) -> None:
    """Ask the kernel to send this process a signal when the thread that started it ends (Linux only)."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, int(number))


def _before_exec(number: int) -> Callable[[], None]:
    parent = os.getpid()

    def prepare() -> None:
        die_with_parent(number)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)

    return prepare


def spawn(
    command: Sequence[str | Path],
    *,
    env: Mapping[str, str],
    output: IO[bytes] | int | None,
    cwd: Path,
    account: Account | None = None,
    death_signal: int = signal.SIGKILL,
    own_session: bool = True,
) -> subprocess.Popen[bytes]:
    """Start a command, as the account when one is given; it gets death_signal when the launcher is gone.

    Raises Refusal when the program is missing or is not for this machine.
    """
    try:
        return subprocess.Popen(
            [os.fspath(word) for word in command],
            env=dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL if own_session else None,
            stdout=output,
            stderr=subprocess.STDOUT if output is not None else None,
            start_new_session=own_session,
            preexec_fn=_before_exec(death_signal),
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    except (FileNotFoundError, PermissionError) as error:
        raise Refusal(
            f"{os.fspath(command[0])} cannot be started ({error.strerror}): if it lies in .venv, delete that "
            "folder; then run this again."
        ) from error
    except OSError as error:
        raise Refusal(
            f"{os.fspath(command[0])} does not run on this machine ({error.strerror}): delete the folder "
            ".venv and run this again, or set DATABASE_URL and REDIS_URL to servers of your own."
        ) from error


def stop(process: subprocess.Popen[bytes], number: int = signal.SIGTERM) -> None:
    """Ask a process to stop, wait, and kill its session when it has not stopped after 8 s."""
    if process.poll() is None:
        process.send_signal(number)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
        process.wait()


def command_line(pid: int) -> str:
    """Return the command line of a living process, or an empty string when there is none."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        if Path("/proc/self").exists():
            return ""
    listing = subprocess.run(
        ["ps", "-p", str(pid), "-o", "command="], capture_output=True, text=True, check=False
    )
    return listing.stdout.strip()


def exists(pid: int) -> bool:
    """Tell whether a process has this number, even one that has ended and waits to be collected."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def works_in(folder: Path) -> bool:
    """Tell whether any process has the folder as its working directory (Linux only)."""
    for entry in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):
            if entry.readlink() == folder:
                return True
    return False


def retire_leftover(pid_file: Path, mark: str, number: int) -> bool:
    """Stop what an earlier launcher left behind: the process of pid_file, if its command line has the mark.

    Waits up to 10 s before it kills. Returns whether the number still is in use, by another program or by an
    ended process that nobody collected, so that the file would mislead whoever reads it.
    """
    try:
        pid = int(pid_file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return False
    deadline = time.monotonic() + LEFTOVER_PATIENCE
    with suppress(ProcessLookupError):
        if mark in command_line(pid):
            os.kill(pid, number)
        while mark in command_line(pid):
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.05)
    return exists(pid)
