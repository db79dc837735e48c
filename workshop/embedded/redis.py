"""Run an embedded Valkey or Redis in the foreground of the launcher."""

import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from workshop.embedded import children
from workshop.embedded.account import Account, make_folder
from workshop.embedded.refusals import DISK_FULL, Refusal, explain_failure

START_PATIENCE = 10.0


@dataclass
class Redis:
    """Hold one server: its program, data folder, socket folder and log."""

    program: Path
    data: Path
    sockets: Path
    log: Path
    account: Account | None
    keep: bool = True
    process: subprocess.Popen[bytes] | None = None

    @property
    def socket(self) -> Path:
        """Path of the socket it listens on."""
        return self.sockets / "redis.sock"

    @property
    def url(self) -> str:
        """Address of the server."""
        return f"unix://{self.socket}"

    def start(self) -> None:
        """Start the server and wait until it answers; data it cannot read are set aside, nothing depends on them.

        Raises Refusal with the server's own words when it does not start.
        """
        make_folder(self.data, self.account)
        pid_file = self.sockets / "redis.pid"
        children.retire_leftover(pid_file, os.fspath(self.socket), signal.SIGTERM)
        command: list[str | Path] = [self.program, "--port", "0", "--unixsocket", self.socket]
        command += ["--unixsocketperm", "700", "--dir", self.data, "--pidfile", pid_file, "--save", ""]
        command += ["--appendonly", "yes" if self.keep else "no", "--maxmemory-policy", "noeviction"]
        retry_until = time.monotonic() + START_PATIENCE
        while True:
            with self.log.open("ab") as output:
                start = output.tell()
                self.process = children.spawn(
                    command, env=os.environ, output=output, cwd=self.data, account=self.account,
                    death_signal=signal.SIGTERM,
                )  # fmt: skip
            while self.process.poll() is None:
                if self.is_ready():
                    return
                time.sleep(0.02)
            said = self._said_since(start)
            if "No space left on device" in said:
                raise Refusal(DISK_FULL)
            if time.monotonic() > retry_until:
                raise explain_failure("Starting Redis", self.log, said)
            if "Bad file format" in said or "appendonly" in said.lower() or "AOF" in said:
                self._set_data_aside()
            time.sleep(0.2)

    def _set_data_aside(self) -> None:
        self.data.rename(self.data.with_name(f"{self.data.name}.unreadable-{time.time_ns()}"))
        make_folder(self.data, self.account)

    def is_ready(self) -> bool:
        """Tell whether the server answers a PING."""
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(1)
                client.connect(os.fspath(self.socket))
                client.sendall(b"PING\r\n")
                return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def stop(self) -> None:
        """Stop the server; it writes what it holds first."""
        if self.process is not None:
            children.stop(self.process)

    def _said_since(self, start: int) -> str:
        with self.log.open("rb") as log:
            log.seek(start)
            return log.read().decode(errors="replace")
