"""The peer: Express, pg and Socket.IO in one process."""

import hashlib
import json
import secrets
import shutil
import subprocess
import time
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

import jwt
import msgpack
import psycopg
import redis

from bench.figures import PEER
from bench.load.http import Line, render
from bench.load.loop import Loop
from bench.load.screen import Dialogue
from bench.places import RECORDS, ROOT
from bench.targets import process
from bench.targets.base import Job, Tap
from bench.targets.socketio import SocketioDialogue
from bench.targets.stores import empty_database, redis_url

FOLDER = ROOT / "bench" / "peer"
LOG = RECORDS / "peer.log"
PORT = 8_471
TRACKED = ("job", "work_item", "step", "hold", "time_entry", "appointment", "appointment_line", "booking")
BAYS, WORKERS, HOURS = 8, 64, 9


def name_id(name: str) -> str:
    """Return the identifier that seed.sql gives to a name."""
    return str(UUID(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()))


class Peer:
    """Prepare, start and address the peer."""

    name = PEER
    http_port = live_port = PORT

    def __init__(self) -> None:
        self._secret = secrets.token_hex(32)
        self.database = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._redis = redis.Redis.from_url(redis_url())
        self._news: dict[str, bytes] = {}
        self._batch = 0
        self._slot = 0
        self._center = name_id("center")

    def prepare(self) -> None:
        """Install the locked packages, make the database and fill it."""
        self._install()
        self.database = empty_database("pitlane_bench_peer")
        with psycopg.connect(self.database, cursor_factory=psycopg.ClientCursor) as connection:
            connection.execute((FOLDER / "schema.sql").read_bytes())
            connection.execute((FOLDER / "seed.sql").read_bytes())

    def _install(self) -> None:
        installed = FOLDER / "node_modules" / ".package-lock.json"
        if installed.exists() and installed.stat().st_mtime >= (FOLDER / "package-lock.json").stat().st_mtime:
            return
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit(
                "The peer needs Node 20 or newer with npm. Install it, or choose other --targets."
            )
        subprocess.run([npm, "ci", "--silent"], cwd=FOLDER, check=True)

    def start(self) -> None:
        """Start the peer's process."""
        env = {
            "PORT": str(PORT),
            "DATABASE_URL": self.database,
            "REDIS_URL": redis_url(),
            "JWT_SECRET": self._secret,
            "NODE_ENV": "production",
        }
        self._process = process.start(["node", "src/server.js"], FOLDER, env, LOG)
        process.wait_listening(self._process, PORT, LOG)

    def take_turn(self) -> None:
        """Share nothing with other systems."""

    def stop(self) -> None:
        """Stop the peer's process."""
        if self._process is not None:
            process.stop(self._process)
            self._process = None

    def pids(self) -> list[int]:
        """Return the peer's process."""
        return [self._process.pid] if self._process else []

    def _token(self, role: str, number: int) -> str:
        claims = {
            "sid": name_id(f"session-{role}{number}@riverside.example"),
            "user_id": name_id(f"{role}-{number}"),
            "exp": int(time.time()) + 3_600,
        }
        return jwt.encode(claims, self._secret, algorithm="HS256")

    def fresh_jobs(self, technicians: int, each: int, steps: int) -> list[list[Job]]:
        """Insert new job cards; the taps leave the last step open, so that every tap is the same work."""
        self._batch += 1
        batch = f"batch{self._batch}"
        values = {"batch": batch, "technicians": technicians, "each": each, "steps": steps}
        with psycopg.connect(
            self.database, autocommit=True, cursor_factory=psycopg.ClientCursor
        ) as connection:
            connection.execute((FOLDER / "jobs.sql").read_bytes(), values)
            connection.execute("VACUUM ANALYZE job, work_item, step, time_entry, event, idempotency")
        return [
            [self._job(name_id(f"{batch}-{worker}-{card}"), worker, steps) for card in range(each)]
            for worker in range(technicians)
        ]

    def _job(self, job: str, worker: int, steps: int) -> Job:
        token = self._token("technician", worker)
        taps = []
        for number in range(steps - 1):
            step = name_id(f"{job}-step-{number}")
            for version, verb in enumerate(("start", "complete"), start=1):
                request = render("POST", f"/steps/{step}/{verb}", token, {"version": version}, str(uuid4()))
                taps.append(Tap(request, step.encode()))
        return Job(f"job:{job}", tuple(taps))

    def ledger(self) -> dict[str, int]:
        """Count events, stored answers and history rows."""
        histories = [f"SELECT count(*) AS rows FROM {table}_history" for table in TRACKED]
        counts = {
            "events": "SELECT count(*) FROM event",
            "answers": "SELECT count(*) FROM idempotency",
            "versions": f"SELECT sum(rows)::int FROM ({' UNION ALL '.join(histories)}) AS histories",
        }
        with psycopg.connect(self.database) as connection:
            return {name: connection.execute(query).fetchall()[0][0] for name, query in counts.items()}

    def dialogues(self, count: int, topics: list[str]) -> list[Dialogue]:
        """Ask for tickets as a person at the desk."""
        request = render("POST", "/socket-tickets", self._token("staff", 0))
        loop = Loop()
        line = Line(loop, PORT)
        tickets = [json.loads(line.ask(request).expect(201).body)["ticket"] for _ in range(count)]
        line.close()
        loop.close()
        return [SocketioDialogue(ticket, topics) for ticket in tickets]

    def announce(self, topic: str) -> float:
        """Publish the last event of a job again, as the Redis adapter of another node does."""
        if topic not in self._news:
            with psycopg.connect(self.database) as connection:
                query = "SELECT data, seq, at FROM event WHERE subject_id = %s ORDER BY seq DESC LIMIT 1"
                found = connection.execute(query, [topic.removeprefix("job:")]).fetchone()
            if found is None:
                raise RuntimeError("A job needs an event of its own before it can be announced.")
            data, seq, at = found
            body = {"topic": topic, "seq": seq, "at": at.isoformat(), "version": 2, "data": json.loads(data)}
            packet = {"type": 2, "data": ["service:progress_updated", body], "nsp": "/"}
            self._news[topic] = msgpack.packb(
                ["bench", packet, {"rooms": [topic], "except": [], "flags": {}}]
            )
        published_at = time.perf_counter()
        self._redis.publish(f"socket.io#/#{topic}#", self._news[topic])
        return published_at

    def job_list(self) -> bytes:
        """Ask for the list as a person at the desk."""
        return render("GET", f"/jobs?center={self._center}&limit=50", self._token("staff", 0))

    def vehicle_history(self) -> bytes:
        """Ask as the owner of the vehicle with 40 records."""
        return render("GET", f"/vehicles/{name_id('vehicle-0')}/history", self._token("customer", 0))

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
        self._slot += 1
        return self._slot

    def _booking(self, customer: int, slot: int) -> bytes:
        day, hour, bay = slot // (BAYS * HOURS), slot // BAYS % HOURS, slot % BAYS
        midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        # 07:00 UTC is 08:00 or 09:00 on the centre's clock: nine hours from there are opening hours.
        start = midnight + timedelta(days=day + 1, hours=hour + 7)
        body = {
            "center_id": self._center,
            "vehicle_id": name_id(f"vehicle-{customer}"),
            "bay_id": name_id(f"bay-{bay}"),
            "technician_id": name_id(f"worker-{slot % WORKERS}"),
            "scheduled_start": start.isoformat(),
            "services": [{"service_id": name_id(f"service-{number}"), "quantity": 1} for number in range(2)],
            "notes": "Please look at the wipers as well.",
        }
        return render("POST", "/appointments", self._token("customer", customer), body, str(uuid4()))
