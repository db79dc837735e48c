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
from workshop.embedded.attempts import start_until_ready


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
    name: str = "Redis"

    @property
    def socket(self) -> Path:
        """Path of the socket it listens on."""
        return self.sockets / "redis.sock"

    @property
    def url(self) -> str:
        """Address of the server."""
        return f"unix://{self.socket}"

    def start(self) -> None:
        """Start the server and wait until it answers; data it cannot read are set aside, for none are needed.

        Raises Refusal with the server's own words when it does not start.
        """
        self.stop()
        make_folder(self.data, self.account)
        pid_file = self.sockets / "redis.pid"
        children.retire_leftover(pid_file, os.fspath(self.socket), signal.SIGTERM)
        command: list[str | Path] = [self.program, "--port", "0", "--unixsocket", self.socket]
        command += ["--unixsocketperm", "700", "--dir", self.data, "--pidfile", pid_file, "--save", ""]
        command += ["--appendonly", "yes" if self.keep else "no", "--maxmemory-policy", "noeviction"]
        self.process = start_until_ready(
            "Redis",
            command,
            is_ready=lambda pid: self.answers(),
            after_failure=self._after_failure,
            env=os.environ,
            log=self.log,
            account=self.account,
            death_signal=signal.SIGTERM,
        )

    def _after_failure(self, said: str) -> None:
        if "AOF" in said or "append only file" in said.lower():
            self._set_data_aside()

    def _set_data_aside(self) -> None:
        self.data.rename(self.data.with_name(f"{self.data.name}.unreadable-{time.time_ns()}"))
        make_folder(self.data, self.account)

    def answers(self) -> bool:
        """Tell whether the server answers a PING."""
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(1)
                client.connect(os.fspath(self.socket))
                client.sendall(b"PING\r\n")
                return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def ask_to_stop(self) -> None:
        """Ask the server to stop; it writes what it holds first."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def stop(self) -> None:
        """Stop the server and wait."""
        if self.process is not None:
            children.stop(self.process)
