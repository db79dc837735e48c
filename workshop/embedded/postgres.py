"""Run an embedded PostgreSQL in the foreground of the launcher."""

import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from workshop.embedded import children
from workshop.embedded.account import Account, make_folder
from workshop.embedded.attempts import start_until_ready
from workshop.embedded.logs import said_since
from workshop.embedded.places import LONGEST_SOCKET
from workshop.embedded.refusals import Refusal, explain_failure

SUPERUSER = "workshop"
OWNER = "pitlane_owner"
APPLICATION = "pitlane_app"
PID_FILE = "postmaster.pid"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Containers have a tiny /dev/shm, and nothing here is big enough for parallel plans.
    "max_parallel_workers_per_gather": "0",
}
# For throw-away test clusters: nothing is owed after a power cut, everything after a kill.
FAST = {"fsync": "off", "full_page_writes": "off"}


def url(role: str, database: str, sockets: Path) -> str:
    """Return the address of a database for a role."""
    return f"postgresql://{role}@/{database}?host={quote(os.fspath(sockets))}"


@dataclass
class Postgres:
    """Hold one cluster: its programs, data folder, socket folder and log."""

    bin: Path
    data: Path
    sockets: Path
    log: Path
    account: Account | None
    settings: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    name: str = "PostgreSQL"

    @property
    def env(self) -> dict[str, str]:
        """Environment of PostgreSQL's programs: none of the caller's PG* variables, messages in English."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))
        }
        return {**kept, "LC_ALL": "C"}

    def create(self) -> None:
        """Make the cluster unless it exists; what an interrupted attempt left is removed first.

        Raises Refusal when the data are of another major version or initdb fails.
        """
        version = self.data / "PG_VERSION"
        if version.exists():
            self._check_version(version.read_text().strip())
            return
        half_made = self.data.with_name(self.data.name + ".new")
        subprocess.run(["rm", "-rf", half_made, self.data], check=True)
        make_folder(half_made, self.account)
        command: list[str | Path] = [self.bin / "initdb", "-D", half_made, "-U", SUPERUSER]
        command += ["--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8", "--no-instructions"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self.settings.get("fsync") == "off":
            command.append("--no-sync")
        with self.log.open("ab") as output:
            start = output.tell()
            process = children.spawn(
                command, env=self.env, output=output, cwd=Path("/"), account=self.account
            )
            if process.wait() != 0:
                raise explain_failure("Making the database folder", self.log, said_since(self.log, start))
        half_made.rename(self.data)

    def _check_version(self, found: str) -> None:
        answer = subprocess.run(
            [self.bin / "postgres", "--version"], capture_output=True, text=True, check=True
        )
        ours = re.search(r"(\d+)", answer.stdout)
        if ours is None or ours[1] != found:
            raise Refusal(
                f"The data in {self.data} were written by PostgreSQL {found} and this is another version: "
                "move them away to start anew, or go back to the version of Pitlane that wrote them."
            )

    def start(self) -> None:
        """Start the server and wait until it takes connections.

        Raises Refusal with the server's own words when it does not start.
        """
        self.stop()
        self._make_way()
        settings = {**SETTINGS, **self.settings}
        command: list[str | Path] = [self.bin / "postgres", "-D", self.data, "-k", self.sockets]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        self.process = start_until_ready(
            "PostgreSQL",
            command,
            is_ready=self._is_ready,
            env=self.env,
            log=self.log,
            account=self.account,
            death_signal=signal.SIGINT,
        )

    def _make_way(self) -> None:
        if not children.retire_leftover(self.data / PID_FILE, os.fspath(self.data), signal.SIGINT):
            return
        # The server would take the file's number for a running one. Its memory goes with its last session.
        deadline = time.monotonic() + children.LEFTOVER_PATIENCE
        while children.works_in(self.data) and time.monotonic() < deadline:
            time.sleep(0.05)
        (self.data / PID_FILE).unlink(missing_ok=True)
        (self.sockets / f"{LONGEST_SOCKET}.lock").unlink(missing_ok=True)

    def _is_ready(self, pid: int) -> bool:
        # The file may be that of a server killed earlier: only our process's own word counts.
        try:
            lines = (self.data / PID_FILE).read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"

    def ask_to_stop(self) -> None:
        """Ask the server to stop fast: sessions end, nothing that was committed is lost."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)

    def stop(self) -> None:
        """Stop the server fast and wait."""
        if self.process is not None:
            children.stop(self.process, signal.SIGINT)

    def run_sql(self, sql: str) -> str:
        """Run statements as the superuser and return what they print, a row a line.

        Raises Refusal with the server's words.
        """
        psql: list[str | Path] = [self.bin / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        psql += ["-h", self.sockets, "-U", SUPERUSER, "-d", "postgres", "-f", "-"]
        answer = subprocess.run(psql, env=self.env, input=sql, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise explain_failure("Preparing the database", self.log, answer.stderr)
        return answer.stdout
