"""Know where everything of one checkout lies on the disk."""

import hashlib
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workshop.embedded.account import Account, can_enter, make_folder
from workshop.embedded.refusals import Refusal

CHECKOUT = Path(__file__).resolve().parents[2]
SYSTEM_STATE = Path("/var/lib/pitlane")
# PostgreSQL adds `/.s.PGSQL.5432` to the folder, and the system cuts socket paths off soon after 93 bytes.
SOCKET_PATH_LIMIT = 93
LONGEST_SOCKET = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Places:
    """Name the folders of a checkout; `state` holds what the servers own."""

    checkout: Path
    var: Path
    state: Path

    @property
    def venv(self) -> Path:
        """Folder of the virtual environment."""
        return self.checkout / ".venv"

    @property
    def python(self) -> Path:
        """Interpreter of the virtual environment."""
        return self.venv / "bin" / "python"

    @property
    def frontend(self) -> Path:
        """Folder of the front end's sources."""
        return self.checkout / "frontend"

    @property
    def locks(self) -> Path:
        """Folder of the locks on what a checkout has once, however many data folders are in use."""
        return self.checkout / "var"

    @property
    def services(self) -> Path:
        """Folder of what our own processes keep: their pid files, the schedule of beat."""
        return self.var / "services"

    @property
    def log(self) -> Path:
        """Folder of the log files, one a process."""
        return self.var / "log"


def locate(account: Account | None, checkout: Path = CHECKOUT, var: Path | None = None) -> Places:
    """Return the places of a checkout, making `var/` when it is missing; another `var` keeps other data.

    The servers' data lie in `var/`, or in the system's state directory when their account cannot reach it;
    `var/state` then names that folder, so that a checkout that moves keeps its data.
    """
    var = var or checkout / "var"
    for folder in (checkout / "var", var):
        if not folder.exists():
            folder.mkdir(parents=True)
            folder.chmod(0o755)
    (var / "log").mkdir(exist_ok=True)
    (var / "services").mkdir(exist_ok=True)
    named = var / "state"
    if named.exists():
        return Places(checkout, var, Path(named.read_text().strip()))
    if account is None or can_enter(account, var):
        return Places(checkout, var, var)
    SYSTEM_STATE.mkdir(exist_ok=True)
    SYSTEM_STATE.chmod(0o755)
    state = make_folder(SYSTEM_STATE / secrets.token_hex(6), account)
    named.write_text(f"{state}\n")
    return Places(checkout, var, state)


def socket_folder(wanted: Path, account: Account | None) -> Path:
    """Return a private folder for sockets: the wanted one, or a short one when that path is too long.

    Raises Refusal when somebody else holds the short one.
    """
    if len(os.fsencode(wanted / LONGEST_SOCKET)) < SOCKET_PATH_LIMIT:
        return make_folder(wanted, account)
    digest = hashlib.sha256(os.fsencode(wanted)).hexdigest()[:12]
    short = Path(tempfile.gettempdir()) / f"pitlane-{digest}"
    owner = account.uid if account else os.geteuid()
    short.mkdir(mode=0o700, exist_ok=True)
    found = short.lstat()
    if short.is_symlink() or found.st_uid not in (owner, os.geteuid()):
        raise Refusal(f"{short} belongs to somebody else: remove it, or move the checkout to a shorter path.")
    return make_folder(short, account)
