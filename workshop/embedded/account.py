"""Choose the unprivileged account the servers run as when the launcher runs as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from workshop.embedded.refusals import Refusal

CANDIDATES = ("postgres", "nobody", "daemon")


@dataclass(frozen=True)
class Account:
    """Name an account of this machine."""

    name: str
    uid: int
    gid: int


def choose_account() -> Account | None:
    """Return the account to drop to, or None for an ordinary user, who needs none.

    Raises Refusal when root finds no unprivileged account.
    """
    if os.geteuid() != 0:
        return None
    for name in CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise Refusal(
        "PostgreSQL does not run as root and there is no account to give it: add one with "
        "`useradd --system nobody`, or run this as an ordinary user."
    )


def can_enter(account: Account | None, folder: Path) -> bool:
    """Tell whether the account can enter a folder, by trying it."""
    if account is None:
        return os.access(folder, os.X_OK)
    attempt = subprocess.run(
        ["/bin/sh", "-c", 'cd "$1"', "sh", os.fspath(folder)],
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return attempt.returncode == 0


def make_folder(folder: Path, account: Account | None) -> Path:
    """Make a folder that only its account (or this user) can open, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    if account is not None:
        os.chown(folder, account.uid, account.gid)
    return folder
