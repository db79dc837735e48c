"""What dies is started again, later and later, and everything stops in the end."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.embedded.supervise import PAUSES, Service, Supervisor, describe_end

from .launching import is_alive, wait_until

STAYS = "import time\nprint('here', flush=True)\ntime.sleep(100)"
WILL_NOT_STOP = f"import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n{STAYS}"


@pytest.fixture
def service(folder: Path) -> Callable[[str], Service]:
    def plan(code: str) -> Service:
        command = [sys.executable, "-c", code]
        return Service("web", command, os.environ, folder, folder / "web.log", folder / "web.pid")

    return plan


def starts(service: Service) -> int:
    return service.log.read_text().count("here") if service.log.exists() else 0


def test_a_service_that_is_killed_is_started_again(
    service: Callable[[str], Service], capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor, web = Supervisor(), service(STAYS)
    try:
        supervisor.start(web)
        wait_until(lambda: starts(web) == 1, 10, "the first start")
        assert web.process is not None
        os.kill(web.process.pid, signal.SIGKILL)
        web.process.wait()
        wait_until(lambda: supervisor.look() or starts(web) == 2, 10, "the second start")
        supervisor.look()
    finally:
        supervisor.stop()
    said = capsys.readouterr().out
    assert "web ended (killed by SIGKILL): it is started again in 0.5 s" in said
    assert "web runs again" in said


def test_one_that_is_started_again_runs_again_when_it_answers(
    service: Callable[[str], Service], capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor, web = Supervisor(), service(STAYS)
    answers = False
    said = ""

    def look_and_listen() -> str:
        nonlocal said
        supervisor.look()
        said += capsys.readouterr().out
        return said

    try:
        supervisor.start(web, lambda: answers)
        wait_until(lambda: starts(web) == 1, 10, "the first start")
        assert web.process is not None
        web.process.kill()
        web.process.wait()
        wait_until(lambda: bool(look_and_listen()) and starts(web) == 2, 10, "the second start")
        assert "runs again" not in look_and_listen()
        answers = True
        wait_until(lambda: "web runs again" in look_and_listen(), 10, "the word that it answers")
    finally:
        supervisor.stop()
    assert said.count("runs again") == 1


def test_one_that_keeps_ending_is_started_later_and_later(
    service: Callable[[str], Service], capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor = Supervisor()
    try:
        supervisor.start(service("print('here'); raise SystemExit(3)"))
        said = ""

        def twice() -> bool:
            nonlocal said
            supervisor.look()
            said += capsys.readouterr().out
            return said.count("exit code 3") == 2

        wait_until(twice, 10, "two ends")
    finally:
        supervisor.stop()
    assert f"in {PAUSES[0]:g} s" in said
    assert f"in {PAUSES[1]:g} s" in said


def test_stopping_waits_for_all_and_kills_who_will_not(
    service: Callable[[str], Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.embedded.children.PATIENCE", 0.5)
    supervisor, stubborn = Supervisor(), service(WILL_NOT_STOP)
    supervisor.start(stubborn)
    wait_until(lambda: starts(stubborn) == 1, 10, "the start")
    supervisor.stop()
    assert stubborn.process is not None
    assert not is_alive(stubborn.process.pid)
    assert not stubborn.pid_file.exists()


def test_a_service_left_behind_is_retired(service: Callable[[str], Service]) -> None:
    left, successor = service(STAYS), service(STAYS)
    left.start()
    assert left.process is not None
    waiting = threading.Thread(target=left.process.wait)
    waiting.start()
    successor.retire_leftover()
    waiting.join(10)
    assert left.process.poll() == -signal.SIGKILL


def test_a_service_dies_with_its_launcher(folder: Path) -> None:
    pid = os.fork()
    if pid == 0:
        command = [sys.executable, "-c", STAYS]
        Service("web", command, os.environ, folder, folder / "web.log", folder / "web.pid").start()
        os._exit(0)
    os.waitpid(pid, 0)
    child = int((folder / "web.pid").read_text())
    wait_until(lambda: not is_alive(child), 5, "the child is gone")


@pytest.mark.parametrize(
    ("code", "words"),
    [(0, "exit code 0"), (2, "exit code 2"), (-9, "killed by SIGKILL"), (-200, "killed by signal 200")],
)
def test_an_end_is_said_in_words(code: int, words: str) -> None:
    assert describe_end(code) == words
