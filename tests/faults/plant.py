"""A whole workshop of a test's own, every process of `make run` under its supervisor, to be killed piece by piece."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import psycopg

from tests.realtime.serving import free_port
from workshop.embedded import databases
from workshop.embedded.account import choose_account, make_folder
from workshop.embedded.environment import run_env
from workshop.embedded.places import CHECKOUT, Places, locate
from workshop.embedded.run import start_servers
from workshop.embedded.servers import Servers, plan_servers
from workshop.embedded.services import is_healthy, plan_services
from workshop.embedded.supervise import Service, Supervisor

DATABASE = "pitlane_faults"
LOOK = 0.1
BACK_WITHIN = 60.0


@dataclass
class Plant:
    """The servers and processes of one workshop; `people` is what `seed.py` made."""

    servers: Servers
    services: dict[str, Service]
    env: dict[str, str]
    port: int
    people: dict[str, Any] = field(default_factory=dict)

    def kill(self, name: str) -> None:
        """End a process at once and see it gone; its supervisor starts it again."""
        held: Any = {"postgres": self.servers.postgres, "redis": self.servers.redis}.get(name)
        process = (held or self.services[name]).process
        process.send_signal(signal.SIGKILL)
        process.wait()

    @contextmanager
    def hung(self, name: str) -> Iterator[None]:
        """Stop a process without ending it, for the block."""
        held: Any = {"redis": self.servers.redis}.get(name) or self.services[name]
        held.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            held.process.send_signal(signal.SIGCONT)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Read from the database, as its owner."""
        with psycopg.connect(self.env["DATABASE_OWNER_URL"], autocommit=True) as connection:
            return connection.execute(query).fetchall()  # type: ignore[arg-type]

    def value(self, query: str) -> Any:
        """Read one value."""
        return self.ask(query)[0][0]

    def manage(self, *words: str) -> None:
        """Run a management command as the database's owner."""
        self._run("manage.py", *words)

    def seed(self, customers: int) -> None:
        """Make a house and customers."""
        self.people = json.loads(self._run("-m", "tests.faults.seed", str(customers)))

    def _run(self, *words: str) -> str:
        python = self.services["web"].command[0]
        env = {**self.env, "DATABASE_URL": self.env["DATABASE_OWNER_URL"]}
        done = subprocess.run([python, *words], cwd=CHECKOUT, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout


def until(
    condition: Callable[[], bool], within: float = BACK_WITHIN, *, why: str | Callable[[], str]
) -> float:
    """Wait for a condition and return the seconds it took; `why` is what to say when it does not come true."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < within, why if isinstance(why, str) else why()
        time.sleep(LOOK)
    return time.monotonic() - began


@contextmanager
def plant(log: Path, customers: int) -> Iterator[Plant]:
    """Hold a running workshop with so many customers for the block."""
    account = choose_account()
    folder = Path(os.environ["PITLANE_VAR"]).parent / uuid4().hex[:8]
    places: Places = locate(account, var=log)
    servers = plan_servers(places, account, make_folder(folder, account), log, {})
    supervisor, done = Supervisor(), Event()
    watcher = Thread(target=_watch, args=(supervisor, done))
    try:
        start_servers(servers, supervisor)
        assert servers.postgres is not None
        databases.prepare(servers.postgres, DATABASE)
        base = {
            name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "REDIS_"))
        }
        base["DJANGO_SETTINGS_MODULE"] = "workshop.settings.embedded"
        port = free_port()
        env = run_env(places, servers, database=DATABASE, port=port, demo=False, base=base)
        made = {each.name: each for each in plan_services(places, env, port)}
        whole = Plant(servers, made, env, port)
        whole.manage("migrate", "--verbosity", "0")
        whole.seed(customers)
        for service in made.values():
            supervisor.start(service)
        watcher.start()
        until(lambda: is_healthy(port), why="the web process never answered")
        yield whole
    finally:
        done.set()
        if watcher.is_alive():
            watcher.join()
        supervisor.stop()


def _watch(supervisor: Supervisor, done: Event) -> None:
    while not done.is_set():
        supervisor.look()
        done.wait(LOOK)
