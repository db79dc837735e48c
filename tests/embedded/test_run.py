"""The whole workshop, run as `make run` runs it: it comes up, heals, refuses a second, and leaves nothing."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .launching import Launched, clean_env, descendants, free_port, is_alive, launch, wait_until

FIRST_RUN_TAKES = 240.0
LATER_RUNS_TAKE = 60.0


class Workshop:
    """One data folder and port, and the launcher that runs on them now."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.port = free_port()
        self.launched: list[Launched] = []

    def start(self, *words: str, **env: str) -> Launched:
        own = {"PITLANE_VAR": os.fspath(self.var), "PORT": str(self.port), "DEMO": "1"}
        self.launched.append(launch("run", *words, env={**clean_env(os.environ), **own, **env}))
        return self.launched[-1]

    @property
    def running(self) -> Launched:
        """The launcher at work, started when none is."""
        working = [each for each in self.launched if each.process.poll() is None]
        if not working:
            working = [self.start()]
            working[0].wait_for("Ready in", LATER_RUNS_TAKE)
        return working[0]

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def pid_of(self, name: str) -> int:
        path = (
            self.var / "pg" / "postmaster.pid"
            if name == "PostgreSQL"
            else self.var / "services" / f"{name}.pid"
        )
        return int(path.read_text().split("\n")[0])


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    """A workshop that went through its first run."""
    var = Path(tempfile.mkdtemp(prefix="pitlane-run-"))
    var.chmod(0o755)
    workshop = Workshop(var)
    try:
        workshop.start().wait_for("Ready in", FIRST_RUN_TAKES)
        yield workshop
    finally:
        for each in workshop.launched:
            each.end()
        shutil.rmtree(var)


pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("run")]


def test_it_ends_with_the_address_and_the_sign_ins(workshop: Workshop) -> None:
    said = workshop.running.said
    facts = json.loads((workshop.var / "demo.json").read_text())
    assert facts["url"] == f"http://localhost:{workshop.port}"
    assert facts["url"] in said
    assert {"role", "name", "email", "password"} <= facts["people"][0].keys()
    for person in facts["people"]:
        assert person["email"] in said
        assert person["password"] in said
    assert workshop.answers()


def test_its_secret_is_readable_by_its_owner_only(workshop: Workshop) -> None:
    assert (workshop.var / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_command_runs_inside_it(workshop: Workshop, launcher: Callable[..., Launched]) -> None:
    assert workshop.running.process.poll() is None
    command = launcher(
        "manage", "simulate", "--speed", "60", "--minutes", "2", PITLANE_VAR=os.fspath(workshop.var)
    )
    assert command.wait(120) == 0, command.said
    assert "That was the time asked for." in command.said


def test_a_command_without_a_workshop_is_refused_in_a_sentence(
    launcher: Callable[..., Launched], folder: Path
) -> None:
    command = launcher("manage", "simulate", PITLANE_VAR=os.fspath(folder))
    assert command.wait(30) == 1
    assert "start it with `make run`" in command.said
    assert "Traceback" not in command.said


def test_a_second_on_the_same_data_is_refused_in_a_sentence(workshop: Workshop) -> None:
    assert workshop.running.process.poll() is None
    second = workshop.start(PORT=str(free_port()))
    assert second.wait(30) == 1
    assert "already runs on this data" in second.said
    assert "Traceback" not in second.said


@pytest.mark.parametrize("name", ["web", "relay", "worker", "beat", "PostgreSQL"])
def test_what_is_killed_is_started_again(workshop: Workshop, name: str) -> None:
    launched, before = workshop.running, workshop.pid_of(name)
    os.kill(before, signal.SIGKILL)
    launched.wait_for(f"{name} runs again", 30)
    wait_until(lambda: workshop.pid_of(name) != before and workshop.answers(), 15, f"{name} is back")


def ends_with_all_its_processes(workshop: Workshop, number: int, expected: int) -> None:
    launched = workshop.running
    family = descendants(launched.process.pid)
    assert len(family) >= 6
    launched.process.send_signal(number)
    assert launched.wait(30) == expected
    wait_until(lambda: not any(is_alive(pid) for pid in family), 15, "every process is gone")


def test_nothing_outlives_an_end_and_an_empty_run_claims_no_demo(workshop: Workshop) -> None:
    ends_with_all_its_processes(workshop, signal.SIGINT, 0)
    empty = workshop.start(DEMO="0")
    empty.wait_for("Ready in", LATER_RUNS_TAKE)
    assert not (workshop.var / "demo.json").exists()
    assert "Sign in as" not in empty.said


def test_nothing_outlives_a_kill_and_the_next_run_has_the_demo_again(workshop: Workshop) -> None:
    ends_with_all_its_processes(workshop, signal.SIGKILL, -signal.SIGKILL)
    said = workshop.running.said
    assert workshop.answers()
    assert "Migrating" not in said
    assert "Sign in as" in said
    seconds = re.search(r"Ready in ([\d.]+) s", said)
    assert seconds is not None
    assert float(seconds[1]) < LATER_RUNS_TAKE
    assert (workshop.var / "demo.json").exists()


def test_an_unreachable_database_is_refused_in_a_sentence(
    launcher: Callable[..., Launched], folder: Path
) -> None:
    env = {"PITLANE_VAR": os.fspath(folder), "PORT": str(free_port())}
    launched = launcher("run", DATABASE_URL=f"postgresql://someone@127.0.0.1:{free_port()}/pitlane", **env)
    assert launched.wait(60) == 1
    assert "cannot be used" in launched.said
    assert "Traceback" not in launched.said


def test_a_taken_port_is_refused_in_a_sentence(launcher: Callable[..., Launched], folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        port = other.getsockname()[1]
        launched = launcher("run", PITLANE_VAR=os.fspath(folder), PORT=str(port))
        assert launched.wait(60) == 1
    assert f"Port {port} is taken by another program" in launched.said
