"""Turn what went wrong into one sentence that says what to do."""

import errno
import re
import shutil
from pathlib import Path


class Refusal(Exception):
    """Carry the one sentence shown to the person before the launcher ends with exit code 1."""


class Stopping(BaseException):
    """Say that a signal asked the launcher to stop."""


DISK_FULL = "The disk is full: free some space and run this again; nothing was lost."
FULL_BELOW = 1_000_000

# What tools print when they fail -> what the person can do about it. The first match wins.
CAUSES: tuple[tuple[str, str], ...] = (
    (r"No space left on device|ENOSPC|Disk quota exceeded", DISK_FULL),
    (
        r"DO NOT MATCH THE HASHES|EINTEGRITY",
        "A downloaded package is not the one this project locked, so it was not installed: empty the "
        "download cache (`pip cache purge` or `npm cache clean --force`) and run this again.",
    ),
    (
        r"command '?\S*(gcc|cc|clang|c\+\+|g\+\+)\S*'? failed|Unable to find (a )?compiler|"
        r"Microsoft Visual C\+\+|No such file or directory: '(gcc|cc|clang)|Python\.h: No such file",
        "A package had to be compiled and there is no working C compiler: install one "
        "(on Debian `apt-get install build-essential python3-dev`) and run this again.",
    ),
    (
        r"is not a supported wheel|Wheel '.*' located at .* is invalid|has an invalid wheel|"
        r"Invalid wheel|BadZipFile|Bad CRC-32",
        "A downloaded wheel is broken: empty the download cache with `pip cache purge` and run this again.",
    ),
    (
        r"No matching distribution found for (?P<what>\S+)",
        "The package {what} is not offered for this machine or Python version: use Python 3.11 to 3.13 "
        "on Linux or macOS (x86-64 or ARM), or check the network, and run this again.",
    ),
    (
        r"Temporary failure in name resolution|Failed to establish a new connection|Network is unreachable|"
        r"Connection (refused|timed out)|ReadTimeoutError|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|EAI_AGAIN|SSLErr",
        "The packages could not be downloaded: check this machine's network or proxy settings and run this "
        "again.",
    ),
    (
        r"ensurepip is not available|No module named '?(ensurepip|venv)",
        "This Python cannot make virtual environments: install the part that does "
        "(on Debian `apt-get install python3-venv`) and run this again.",
    ),
    (
        r"ModuleNotFoundError: No module named '(?!workshop|api|realtime)(?P<what>[\w.]+)|"
        r"ImportError: .*\.so|cannot open shared object file|invalid ELF header|Exec format error",
        "The Python environment is damaged: delete the folder .venv and run this again.",
    ),
)


def explain(output: str) -> str | None:
    """Return the sentence for the first known cause found in a tool's output, or None."""
    for pattern, sentence in CAUSES:
        if found := re.search(pattern, output):
            return sentence.format(**found.groupdict())
    return None


def is_full(path: Path) -> bool:
    """Tell whether the disk that holds a path has no room left."""
    return path.parent.exists() and shutil.disk_usage(path.parent).free < FULL_BELOW


def explain_failure(what: str, log: Path, output: str) -> Refusal:
    """Return the refusal for a step that failed: a known cause, else its last words and its log."""
    # A full disk swallows the very words that would say so.
    known = DISK_FULL if is_full(log) else explain(output)
    if known:
        return Refusal(f"{what} failed. {known}")
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    lines = [line for line in lines if "FATAL:" in line] or lines
    last = lines[-1][:300].rstrip(".") if lines else "it said nothing"
    return Refusal(f"{what} failed ({last}): read {log}, put that right and run this again.")


def explain_os_error(error: OSError) -> str:
    """Return the sentence for an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    place = error.filename or "a file"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"{place} is closed to this account: run this as its owner, or give it to yourself with chown."
    if error.errno == errno.EROFS:
        return f"{place} lies on a read-only disk: use a checkout on a disk that can be written."
    return f"{place} could not be used ({error.strerror or error}): put that right and run this again."
