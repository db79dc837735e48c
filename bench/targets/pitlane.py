"""Ours: the socket tier and the API tier of the compose file, a process each."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from random import Random
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4

import psycopg
from django.core.management import call_command
from django.db import connection

from bench.figures import OURS, TENFOLD
from bench.load.http import Line, render
from bench.load.loop import Loop
from bench.load.screen import Dialogue
from bench.ours import SETTINGS
from bench.ours.announcer import Announcer
from bench.ours.cards import early_today, open_cards, past_days
from bench.ours.house import House, open_house
from bench.ours.month import open_month
from bench.ours.register import fill_register, searches
from bench.places import RECORDS, ROOT
from bench.targets import process
from bench.targets.base import Job, Tap
from bench.targets.stores import application_url, empty_database, settle, with_database
from workshop.jobs.sheet import Sheet
from workshop.kernel import heap
from workshop.kernel.clock import now
from workshop.scheduling.layout import lay_out
from workshop.scheduling.plan import plan_of
from workshop.scheduling.slots import Wanted, slots_for_customers

HTTP_PORT, LIVE_PORT = 8_481, 8_482
API = (
    "gunicorn workshop.wsgi:application --bind 127.0.0.1:{port} --workers 2 --threads 4 --keep-alive 75"
    " --graceful-timeout 2 --no-control-socket --log-level warning"
)
SOCKETS = (
    "uvicorn realtime.asgi:application --host 127.0.0.1 --port {port} --ws websockets-sansio"
    " --ws-per-message-deflate false --loop uvloop --timeout-graceful-shutdown 2 --log-level warning"
)
HOURS = 9


class PitlaneDialogue:
    """Authenticate with a ticket, subscribe to each topic, acknowledge every fifty events."""

    path = "/ws"
    event_prefix = b'{"type":"service:progress_updated"'

    def __init__(self, ticket: str, topics: list[str]) -> None:
        self._ticket = ticket
        self._topics = topics
        self._subscribed = 0
        self.ready = False

    def opening(self) -> list[bytes]:
        """Say who this is."""
        return [_said(type="authenticate", ticket=self._ticket)]

    def hear(self, message: bytes) -> list[bytes]:
        """Take an answer; raise ConnectionError when it refuses the ticket or a topic."""
        heard = json.loads(message)
        match heard["type"]:
            case "authenticated":
                return [_said(type="subscribe", topic=topic) for topic in self._topics]
            case "subscribed":
                self._subscribed += 1
                self.ready = self._subscribed == len(self._topics)
            case "error" | "resync":
                raise ConnectionError(f"Pitlane refused a socket: {heard}")
        return []

    def acknowledgement(self, events: int) -> bytes | None:
        """Acknowledge as a browser does."""
        return _said(type="ack", frames=events) if events >= 50 else None


def _said(**message: Any) -> bytes:
    return json.dumps(message, separators=(",", ":")).encode()


class Pitlane:
    """Prepare, start and address our own system."""

    name = OURS
    past = 1
    """How many times the usual past its workshop has."""
    http_port, live_port = HTTP_PORT, LIVE_PORT

    def __init__(self) -> None:
        self.database = ""
        self._processes: list[subprocess.Popen[bytes]] = []
        self._slot = 0
        self._house: House | None = None

    @property
    def house(self) -> House:
        """Return the workshop that was prepared."""
        if self._house is None:
            raise RuntimeError("Prepare the target first.")
        return self._house

    @property
    def _database_name(self) -> str:
        return f"pitlane_bench_{self.name}"

    def prepare(self) -> None:
        """Make the database, migrate it and open a workshop in it."""
        self.database = empty_database(self._database_name)
        self.take_turn()
        call_command("migrate", verbosity=0)
        self._house = open_house()
        past_days(self._house, self.past)

    def take_turn(self) -> None:
        """Let Django work on this system's database."""
        if connection.settings_dict["NAME"] != self._database_name:
            connection.close()
            connection.settings_dict["NAME"] = self._database_name

    def start(self) -> None:
        """Start a process of each tier, as the application's role."""
        environment = {
            "DATABASE_URL": with_database(application_url(), self._database_name),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
        }
        for command, port, more in (
            (API, self.http_port, {"CONN_MAX_AGE": "60"}),
            (SOCKETS, self.live_port, {"DATABASE_POOLED": "1"}),
        ):
            log = RECORDS / f"pitlane-{port}.log"
            words = command.format(port=port).split()
            started = process.start([sys.executable, "-m", *words], ROOT, environment | more, log)
            self._processes.append(started)
            process.wait_listening(started, port, log)

    def stop(self) -> None:
        """Stop both processes."""
        while self._processes:
            process.stop(self._processes.pop())

    def pids(self) -> list[int]:
        """Return both processes."""
        return [started.pid for started in self._processes]

    def fresh_jobs(self, technicians: int, each: int, steps: int) -> list[list[Job]]:
        """Copy new cards; the taps leave the last step open, so that every tap is the same work."""
        cards = open_cards(self.house, technicians, each, steps)
        with psycopg.connect(self.database, autocommit=True) as connection:
            tables = (
                "jobs_jobcard, jobs_workitem, jobs_step, jobs_timeentry, events_event, events_idempotencykey"
            )
            connection.execute(f"VACUUM ANALYZE {tables}")
        return [[self._job(sheet, worker) for sheet in own] for worker, own in enumerate(cards)]

    def _job(self, sheet: Sheet, worker: int) -> Job:
        token = self.house.token(self.house.technicians[worker])
        taps = []
        for step in sheet.steps[:-1]:
            for version, verb in enumerate(("start", "complete"), start=1):
                path = f"/api/technicians/steps/{step.id}/{verb}"
                request = render("POST", path, token, {"version": version}, str(uuid4()))
                taps.append(Tap(request, str(step.id).encode()))
        return Job(f"job.{sheet.job.id}", tuple(taps))

    def ledger(self) -> dict[str, int]:
        """Count events, stored answers and history rows."""
        with psycopg.connect(self.database) as connection:
            found = connection.execute(
                "SELECT relname FROM pg_class WHERE relname ~ 'history$' AND relkind = 'r'"
            )
            histories = [f"SELECT count(*) AS rows FROM {table}" for (table,) in found]
            counts = {
                "events": "SELECT count(*) FROM events_event",
                "answers": "SELECT count(*) FROM events_idempotencykey",
                "versions": f"SELECT sum(rows)::int FROM ({' UNION ALL '.join(histories)}) AS histories",
            }
            return {name: connection.execute(query).fetchall()[0][0] for name, query in counts.items()}

    def dialogues(self, count: int, topics: list[str]) -> list[Dialogue]:
        """Ask for tickets as a person at the desk."""
        request = render("POST", "/api/auth/socket-ticket", self.house.token(self.house.desk), {})
        loop = Loop()
        line = Line(loop, self.http_port)
        tickets = [json.loads(line.ask(request).expect(200).body)["ticket"] for _ in range(count)]
        line.close()
        loop.close()
        return [PitlaneDialogue(ticket, topics) for ticket in tickets]

    @cached_property
    def _announcer(self) -> Announcer:
        return Announcer()

    def announce(self, topic: str) -> float:
        """Record the last event of a card once more and ring its doorbell, as another process does."""
        return self._announcer.announce(UUID(topic.removeprefix("job.")))

    def job_list(self) -> bytes:
        """Ask for the list as a person at the desk."""
        path = f"/api/staff/jobs?center={self.house.center.id}"
        return render("GET", path, self.house.token(self.house.desk))

    def vehicle_history(self) -> bytes:
        """Ask as the owner of the vehicle with 40 records."""
        owner, vehicle = self.house.customers[0], self.house.vehicles[0]
        path = f"/api/customers/maintenance-history?vehicle={vehicle.id}"
        return render("GET", path, self.house.token(owner))

    def free_slots(self) -> tuple[bytes, Callable[[], float]]:
        """Ask as anybody does; in the engine, what is known is read beforehand, in a heap as the API's."""
        center, service = open_month(self.house)
        at = now()
        end = at + timedelta(days=30)
        plan = plan_of(center, at, end, taken=True)
        wanted = Wanted([service], lay_out([(service, 1, service.estimated_duration)]))

        heap.settle()

        def engine() -> float:
            plan.forget()
            began = time.perf_counter()
            slots_for_customers(plan, wanted, at, end, at)
            return time.perf_counter() - began

        path = f"/api/public/service-centers/{center.id}/availability?service={service.id}"
        return render("GET", path, ""), engine

    def customer_searches(self, customers: int, count: int) -> list[bytes]:
        """Ask as a person at the desk, who types what a caller says."""
        self.take_turn()
        fill_register(self.house, customers)
        settle(self.database)
        token = self.house.token(self.house.desk)
        paths = (f"/api/staff/customers?q={quote(text)}" for text in searches(count, customers))
        return [render("GET", path, token) for path in paths]

    def bookings(self, count: int) -> list[bytes]:
        """Book for one customer, each time another slot."""
        return [self._booking(0, self._next_slot()) for _ in range(count)]

    def rivals(self, count: int) -> list[bytes]:
        """Let as many customers want one slot, each for the own vehicle."""
        slot = self._next_slot()
        return [self._booking(customer, slot) for customer in range(count)]

    def wishes(self, clients: int, each: int, slots: int) -> list[list[bytes]]:
        """Let every client draw slots from as many that nobody has yet."""
        first = self._next_slot()
        self._slot += slots
        drawn = [Random(first + client).sample(range(slots), each) for client in range(clients)]
        return [[self._booking(client, first + slot) for slot in own] for client, own in enumerate(drawn)]

    def _next_slot(self) -> int:
        # A vehicle is at one visit at a time: the next slot is in another hour, and in another bay.
        self._slot += len(self.house.bays) + 1
        return self._slot

    def _booking(self, customer: int, slot: int) -> bytes:
        house = self.house
        hour, bay = slot // len(house.bays), slot % len(house.bays)
        start = early_today() + timedelta(days=1 + hour // HOURS, hours=hour % HOURS)
        body = {
            "center_id": str(house.center.id),
            "vehicle_id": str(house.vehicles[customer].id),
            "bay_id": str(house.bays[bay].id),
            "technician_id": str(house.technicians[slot % len(house.technicians)].id),
            "scheduled_start": start.isoformat(),
            "services": [{"service_id": str(service.id), "quantity": 1} for service in house.services[:2]],
            "notes": "Please look at the wipers as well.",
        }
        token = house.token(house.customers[customer])
        return render("POST", "/api/customers/appointments", token, body, str(uuid4()))


class Tenfold(Pitlane):
    """Our own system with ten times the visits, jobs, bookings and events in its past."""

    name = TENFOLD
    http_port, live_port = HTTP_PORT + 2, LIVE_PORT + 2
    past = 10
