"""One command gets servers of its own, and nothing of them stays."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.embedded.account import Account
from workshop.embedded.exec import throwaway_folder
from workshop.embedded.places import CHECKOUT

from .launching import Launched, descendants, free_port, is_alive, wait_until

Launcher = Callable[..., Launched]
TELL = "import json, os; print(json.dumps(dict(os.environ)), flush=True)"
SLEEP = "import time; print('here', flush=True); time.sleep(100)"


def environment(said: str) -> dict[str, str]:
    """Return the environment that a command told."""
    told: dict[str, str] = json.loads(next(line for line in said.splitlines() if line.startswith("{")))
    return told


@pytest.fixture
def sleeping(launcher: Launcher) -> Launched:
    """A launcher whose command sleeps."""
    launched = launcher("exec", "--", sys.executable, "-c", SLEEP)
    launched.wait_for("here", 60)
    return launched


def test_the_command_can_use_both_servers_as_the_owner(launcher: Launcher) -> None:
    code = (
        "import os, psycopg, redis;"
        "print(psycopg.connect(os.environ['DATABASE_URL']).execute('SELECT current_user').fetchone());"
        "print(psycopg.connect(os.environ['DATABASE_APP_URL']).execute('SELECT current_user').fetchone());"
        "print('pong', redis.Redis.from_url(os.environ['REDIS_URL']).ping())"
    )
    launched = launcher("exec", "--", sys.executable, "-c", code)
    assert launched.wait(60) == 0, launched.said
    assert "('pitlane_owner',)\n('pitlane_app',)\npong True" in launched.said


def test_its_exit_code_is_the_command_s(launcher: Launcher) -> None:
    assert launcher("exec", "--", sys.executable, "-c", "raise SystemExit(7)").wait(60) == 7


def test_nothing_stays(launcher: Launcher) -> None:
    launched = launcher("exec", "--", sys.executable, "-c", TELL)
    launched.wait(60)
    env = environment(launched.said)
    sockets = Path(env["REDIS_URL"].removeprefix("unix://")).parent
    assert not sockets.exists()
    assert not Path(env["PITLANE_VAR"]).exists()


def test_two_at_once_never_meet(launcher: Launcher) -> None:
    both = [launcher("exec", "--", sys.executable, "-c", TELL) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0]
    first, second = (environment(each.said) for each in both)
    assert first["DATABASE_URL"] != second["DATABASE_URL"]
    assert first["REDIS_URL"] != second["REDIS_URL"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_stopping_or_killing_it_ends_all_it_started(sleeping: Launched, number: int) -> None:
    family = descendants(sleeping.process.pid)
    assert len(family) >= 3
    sleeping.process.send_signal(number)
    sleeping.wait(30)
    wait_until(lambda: not any(is_alive(pid) for pid in family), 15, "every process is gone")


def test_what_a_killed_one_left_is_swept_away(folder: Path, account: Account | None) -> None:
    pid = os.fork()
    if pid == 0:
        with throwaway_folder(folder, account):
            os._exit(0)
    os.waitpid(pid, 0)
    (left,) = (path for path in folder.iterdir() if path.is_dir())
    with throwaway_folder(folder, account) as fresh, throwaway_folder(folder, account) as another:
        assert not left.exists()
        assert fresh.exists()
        assert another.exists()
    assert not fresh.exists()


def test_a_command_that_is_missing_is_refused_in_a_sentence(launcher: Launcher) -> None:
    launched = launcher("exec", "--", "no-such-command")
    assert launched.wait(60) == 1
    assert "no-such-command cannot be started" in launched.said
    assert "Traceback" not in launched.said


def test_an_unreachable_database_is_refused_in_a_sentence(launcher: Launcher) -> None:
    address = f"postgresql://someone:secret@127.0.0.1:{free_port()}/pitlane"
    launched = launcher("exec", "--", "true", DATABASE_URL=address)
    assert launched.wait(60) == 1
    assert "cannot be used" in launched.said
    assert "unset it to run the embedded PostgreSQL" in launched.said
    assert "secret" not in launched.said
    assert "Traceback" not in launched.said


def test_the_launcher_needs_nothing_installed() -> None:
    without_packages = [sys.executable, "-S", "-c", "import workshop.embedded.__main__"]
    answer = subprocess.run(without_packages, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (0, "")
