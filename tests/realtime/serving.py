"""Real server processes on loopback, with the tests' database and a Redis of choice."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self
from urllib.parse import quote

from django.conf import settings
from django.db import connection

CHECKOUT = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 30.0


def database_url(*, at: str = "") -> str:
    """Return the address of the database the tests run in: in the folder of its socket, or `at` a host and port."""
    held = connection.settings_dict
    reached = f"{at}/{held['NAME']}" if at else f"/{held['NAME']}?host={quote(held['HOST'])}"
    return f"postgresql://{held['USER']}@{reached}"


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def own_prefix() -> str:
    """Return the prefix under which this process rings doorbells."""
    prefix: str = settings.CHANNEL_LAYERS["default"]["CONFIG"]["prefix"]
    return prefix


class Server:
    """One web process: uvicorn as production runs it, or daphne."""

    def __init__(
        self,
        *,
        without: str = "",
        prefix: str | None = None,
        daphne: bool = False,
        application: str = "tests.realtime.served:application",
        **env: str,
    ) -> None:
        self.port = free_port()
        self.prefix = prefix or own_prefix()
        self.log = Path(os.environ["PITLANE_VAR"]) / f"web-{self.port}.log"
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "workshop.settings.embedded",
            "DATABASE_URL": database_url(),
            "DATABASE_POOLED": "1",
            "CHANNEL_PREFIX": self.prefix,
            "SECRET_KEY": settings.SECRET_KEY,
            "WITHOUT": without,
            **env,
        }
        if daphne:
            self.command = ["daphne", "-b", "127.0.0.1", "-p", str(self.port), application]
        else:
            self.command = ["uvicorn", application, "--host", "127.0.0.1", "--port", str(self.port)]
            self.command += ["--ws", "websockets-sansio", "--ws-max-size", "131072"]
            self.command += ["--ws-per-message-deflate", "false", "--timeout-graceful-shutdown", "3"]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Start and wait until it listens."""
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self.command],
                env=self.env,
                cwd=CHECKOUT,
                stdout=output,
                stderr=output,
            )
        deadline = time.monotonic() + STARTS_WITHIN
        while not self._listens():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)
        return self

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        except OSError:
            return False
        return True

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        assert self.process is not None
        self.process.send_signal(number)

    def memory(self) -> int:
        """Return the resident memory in KiB."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

    def stop(self) -> None:
        """Stop and wait."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
