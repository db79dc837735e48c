"""Build the virtual environment from the hash-locked requirements, once for every change of theirs."""

import hashlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from workshop.embedded.locks import wait_for_lock
from workshop.embedded.logs import open_log, said_since
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal, explain_failure
from workshop.embedded.say import Step, step
from workshop.embedded.tools import run_tool

STAMP = "pitlane.json"
# Pip says this when all is downloaded and checked; until then a failure leaves the environment as it was.
NOTHING_CHANGED_BEFORE = "Installing collected packages"


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def base_python() -> str:
    """Return the interpreter that virtual environments are made from, even when we run inside one."""
    return str(getattr(sys, "_base_executable", sys.executable))


def _identity(places: Places) -> dict[str, str]:
    # Scripts in the environment carry its path, and compiled packages the Python they were made for.
    return {"path": os.fspath(places.venv), "python": platform.python_version()}


def read_stamp(places: Places) -> dict[str, str]:
    """Return what the environment says of itself, empty when it says nothing."""
    try:
        stamp = json.loads((places.venv / STAMP).read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(places: Places, stamp: dict[str, str]) -> None:
    """Write the stamp so that it is whole or not there."""
    half = places.venv / f"{STAMP}.new"
    half.write_text(json.dumps(stamp))
    half.replace(places.venv / STAMP)


def _works(places: Places) -> bool:
    try:
        answer = subprocess.run([places.python, "-m", "pip", "--version"], capture_output=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0


def _is_usable(places: Places, stamp: dict[str, str]) -> bool:
    """Tell whether packages may be installed on top, or the environment has to be made anew."""
    if stamp and any(stamp.get(name) != value for name, value in _identity(places).items()):
        return False
    return "building" not in stamp and _works(places)


def ensure(places: Places, *, dev: bool = False) -> None:
    """Bring `.venv` to the locked requirements; costs nothing when it already is there.

    An environment whose making was interrupted is made anew. Raises Refusal when it cannot be made.
    """
    kind = "dev" if dev else "runtime"
    locked = places.checkout / "requirements" / f"{kind}.txt"
    with wait_for_lock(places.locks / "venv.lock"):
        wanted = digest(locked)
        stamp = read_stamp(places)
        up_to_date = stamp.items() >= {**_identity(places), kind: wanted}.items()
        if up_to_date and "building" not in stamp and places.python.exists():
            return
        title = "Python environment" if stamp else "Python environment (the first time takes a minute)"
        with step(title, announce=True) as current:
            if not _is_usable(places, stamp):
                _make_anew(places, current)
                stamp = {}
            write_stamp(places, {**stamp, **_identity(places), "building": kind})
            _install(places, locked, stamp, current)
            done = {kind: wanted}
            if dev:
                # The development lock holds every package of the runtime lock.
                done["runtime"] = digest(locked.with_name("runtime.txt"))
            write_stamp(places, {**_identity(places), **done})


def _make_anew(places: Places, current: Step) -> None:
    what, log = "Making the Python environment", places.log / "venv.log"
    if places.venv.is_symlink():
        # What a link points at is somebody else's, and `--clear` would empty it.
        places.venv.unlink()
    command: list[str | Path] = [base_python(), "-m", "venv", "--clear", places.venv]
    run_tool(what, command, log=log, cwd=places.checkout, env=os.environ, current=current)
    if not _works(places):
        raise explain_failure(what, log, "ensurepip is not available")


def _install(places: Places, locked: Path, before: dict[str, str], current: Step) -> None:
    log = open_log(places.log / "pip.log")
    start = log.stat().st_size
    command: list[str | Path] = [places.python, "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--require-hashes", "--no-deps", "-r", locked]
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    what = "Installing the Python packages"
    try:
        run_tool(what, command, log=log, cwd=places.checkout, env=env, current=current)
    except Refusal:
        if NOTHING_CHANGED_BEFORE not in said_since(log, start):
            write_stamp(places, {**before, **_identity(places)})
        raise
