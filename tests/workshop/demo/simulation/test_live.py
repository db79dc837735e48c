"""The simulation against a real server: it lives the day, outlives the server, and puts the clock back."""

import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from django.contrib.auth.hashers import make_password

from tests.realtime.serving import CHECKOUT, Server
from workshop.accounts.models import SignInSession
from workshop.accounts.services import add_person, end_sessions
from workshop.demo.loading import load
from workshop.demo.models import DemoClock
from workshop.demo.simulation.client import Client, Refused
from workshop.events.models import Event
from workshop.jobs.facts import card_facts
from workshop.jobs.models import JobCard, TimeEntry
from workshop.jobs.sheet import of
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now
from workshop.scheduling.models import VehicleTransport, WaitingEntry

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.timeout(500), pytest.mark.xdist_group("demo")]

LINE = re.compile(r"^\d\d:\d\d [A-Z][a-z]+ [A-Z]\. [a-z].+$")
SPEED = 120
WITHIN = 120.0


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(application="realtime.asgi:application", PITLANE_DEMO="1") as running:
        yield running


class Simulated:
    """A simulation as a process, and the lines it said so far."""

    def __init__(self, server: Server) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                "manage.py",
                "simulate",
                "--speed",
                str(SPEED),
                "--url",
                f"http://127.0.0.1:{server.port}",
            ],
            env={**server.env, "PYTHONUNBUFFERED": "1"},
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())

    def has_said(self, count: int) -> None:
        wait_until(lambda: len(self.lines) >= count or self.process.poll() is not None, self.lines)
        assert self.process.poll() is None, self.lines

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(WITHIN)
        self._reader.join(WITHIN)
        return code


def wait_until(found: Callable[[], bool], told: object) -> None:
    deadline = time.monotonic() + WITHIN
    while not found():
        assert time.monotonic() < deadline, told
        time.sleep(0.05)


def rate_in_force() -> float:
    return DemoClock.objects.get().setting.in_force(real_now() + timedelta(seconds=2)).rate


def assert_nothing_is_out_of_joint() -> None:
    for card in JobCard.objects.all():
        anew = json.loads(json.dumps(card_facts(of(card))["job"]))
        assert JobCard.objects.get(pk=card.pk).facts == anew, card.number
    entries = list(TimeEntry.objects.filter(ended_at__isnull=False).order_by("technician_id", "started_at"))
    for one, other in pairwise(entries):
        assert one.technician_id != other.technician_id or one.ended_at <= other.started_at


def test_the_day_goes_on_through_a_killed_server_and_ends_when_it_is_told_to(server: Server) -> None:
    """The day of which a vehicle is collected, and somebody books the time that was offered to them."""
    load(real_now())
    before = Event.objects.count()
    collected = VehicleTransport.objects.get(appointment__vehicle__license_plate="TN 10 AF 5521")
    offered = WaitingEntry.objects.get(status="offered")
    simulated = Simulated(server)
    try:
        simulated.has_said(3)
        assert rate_in_force() == SPEED
        server.signal(signal.SIGKILL)
        assert server.process is not None
        server.process.wait()
        said = len(simulated.lines)
        server.start()
        simulated.has_said(said + 4)
        wait_until(lambda: WaitingEntry.objects.get(pk=offered.pk).status == "booked", simulated.lines)
        wait_until(lambda: VehicleTransport.objects.get(pk=collected.pk).status == "done", simulated.lines)
        assert simulated.interrupt() == 0, simulated.lines
    finally:
        simulated.process.kill()
        simulated.process.wait()

    assert simulated.lines[-1].startswith("Stopped")
    assert [line for line in simulated.lines[:-1] if not LINE.match(line)] == []
    assert rate_in_force() == 1.0
    assert Event.objects.count() >= before + 7
    collected.refresh_from_db()
    assert (collected.keys, collected.mileage) == (True, 38_471)
    assert any("Murali E. has TN 10 AF 5521" in line for line in simulated.lines)
    assert any("books the time that was offered" in line for line in simulated.lines)
    assert_nothing_is_out_of_joint()


class TestClient:
    """One person's way to the API."""

    EMAIL, PASSWORD = "meena.raman@example.com", "spark-plug-gap"

    @pytest.fixture
    def waits(self) -> list[float]:
        return []

    @pytest.fixture
    def client(self, server: Server, waits: list[float]) -> Iterator[Client]:
        person = add_person(actor=SYSTEM, email=self.EMAIL, password_hash=make_password(self.PASSWORD))
        client = Client(f"http://127.0.0.1:{server.port}", person.email or "", self.PASSWORD, waits.append)
        yield client
        client.close()

    def test_it_signs_in_by_itself_and_again_when_its_session_ended(self, client: Client) -> None:
        assert client.get("/api/users/profile")["email"] == self.EMAIL
        end_sessions(actor=SYSTEM, person_id=client.person["id"], reason="signed_out")
        assert client.get("/api/users/profile")["email"] == self.EMAIL
        assert SignInSession.objects.count() == 2

    def test_what_is_refused_is_told(self, client: Client) -> None:
        with pytest.raises(Refused) as refused:
            client.post("/api/users/change-password", {"current_password": "wrong", "new_password": "x"})
        assert 400 <= refused.value.status < 500
        assert refused.value.problem["code"]

    def test_it_waits_for_a_server_that_is_not_there_yet(self, server: Server) -> None:
        add_person(actor=SYSTEM, email=self.EMAIL, password_hash=make_password(self.PASSWORD))
        server.stop()
        waits: list[float] = []

        def start_again(seconds: float) -> None:
            waits.append(seconds)
            if len(waits) == 3:
                server.start()

        client = Client(f"http://127.0.0.1:{server.port}", self.EMAIL, self.PASSWORD, start_again)
        client.sign_in()
        client.close()
        assert waits == sorted(waits)
        assert len(waits) >= 3
