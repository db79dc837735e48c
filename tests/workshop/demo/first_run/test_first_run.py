"""manage.py first_run on a real terminal, and without one."""

import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.realtime.serving import database_url
from workshop.accounts.services import recognise
from workshop.catalog.models import Service
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import roles_of
from workshop.embedded.run import STILL_EMPTY
from workshop.scheduling.models import Resource

CHECKOUT = Path(__file__).resolve().parents[4]
ANSWERED_WITHIN = 60.0
PASSWORD = "spark-plug-gap"

CONVERSATION = (
    ("called?", "Anna Nagar Motors"),
    ("time zone", "Kolkata"),
    ("time zone", "asia/kolkata"),
    (r"currency do you charge\? \[INR\]", ""),
    ("open?", "mon-sat 8:30-19"),
    ("bays", "1 general, 1 ev"),
    ("sell first", "Puncture repair, 340, 30"),
    ("Email", "not an address"),
    ("Email", "asha.rao@example.com"),
    ("Password", "12345"),
    ("Password", PASSWORD),
    ("The same password again", PASSWORD + "r"),
    (r"These two differ[^:]*Password", PASSWORD),
    ("The same password again", PASSWORD),
)


def start(terminal: int) -> subprocess.Popen[bytes]:
    env = {**os.environ, "DATABASE_URL": database_url(), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, "manage.py", "first_run", "--if-empty"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=CHECKOUT,
        env=env,
        start_new_session=True,
    )


class Talk:
    """What was said on a terminal so far."""

    def __init__(self, end: int) -> None:
        self.end, self.heard, self.whole = end, "", ""

    def until(self, pattern: str) -> None:
        """Listen until something is said, and forget what came before it."""
        deadline = time.monotonic() + ANSWERED_WITHIN
        while (found := re.search(pattern, self.heard)) is None:
            assert time.monotonic() < deadline, self.whole
            said = os.read(self.end, 4096).decode()
            self.heard += said
            self.whole += said
        self.heard = self.heard[found.end() :]

    def answer(self, text: str) -> None:
        """Type a line."""
        os.write(self.end, f"{text}\n".encode())


@pytest.mark.usefixtures("committed")
def test_five_questions_open_a_workshop() -> None:
    ours, theirs = pty.openpty()
    process = start(theirs)
    os.close(theirs)
    talk = Talk(ours)
    try:
        for question, text in CONVERSATION:
            talk.until(question)
            talk.answer(text)
        talk.until("is open")
        assert process.wait(ANSWERED_WITHIN) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)

    assert "Did you mean Asia/Kolkata?" in talk.whole
    assert PASSWORD not in talk.whole
    center = ServiceCenter.objects.get()
    assert (center.name, center.code, center.currency, center.time_zone) == (
        "Anna Nagar Motors",
        "ANNA",
        "INR",
        "Asia/Kolkata",
    )
    assert center.opening_hours.count() == 6
    assert Resource.objects.filter(center=center, kind="bay").count() == 2
    assert Service.objects.get(center=center).estimated_duration == 30
    held = roles_of(recognise(email="asha.rao@example.com", password=PASSWORD).id)
    assert {(role.role, role.center_id) for role in held} == {("admin", center.id), ("admin", None)}


@pytest.mark.usefixtures("committed")
def test_without_a_terminal_it_says_how_to_be_asked() -> None:
    reader, writer = os.pipe()
    null = os.open(os.devnull, os.O_RDONLY)
    env = {**os.environ, "DATABASE_URL": database_url()}
    command = [sys.executable, "manage.py", "first_run", "--if-empty"]
    process = subprocess.Popen(command, stdin=null, stdout=writer, stderr=writer, cwd=CHECKOUT, env=env)
    os.close(writer)
    os.close(null)
    with os.fdopen(reader) as said:
        text = said.read()
    assert process.wait(ANSWERED_WITHIN) == STILL_EMPTY
    assert "make run DEMO=0" in text
    assert len(text.strip().splitlines()) == 1
    assert not ServiceCenter.objects.exists()
