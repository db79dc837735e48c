"""Clients that book over HTTP while things die, and remember of each booking: ok, fail or unknown.

What is unknown is asked again, with its key, until it is known. A client comes from an address of its own.
"""

import http.client
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any
from uuid import uuid4

from .plant import Plant

PATIENCE = 5.0
PAUSE = 0.2
DAYS, HOURS = 20, 10
FORGOT_EVERY = 25
"""Each so manieth wish is a link to reset the password: work that is accepted now and done later."""


@dataclass
class Wish:
    """One thing a client wants done, sent under one key until there is an answer."""

    path: str
    body: dict[str, Any]
    key: str = field(default_factory=lambda: str(uuid4()))
    status: int = 0
    code: str = ""
    answer: dict[str, Any] = field(default_factory=dict)
    tries: int = 0

    @property
    def verdict(self) -> str:
        """Say how it ended: `ok`, `fail`, or `unknown` while nobody can tell."""
        if not self.status or self.status >= 500 or self.code == "request_in_flight":
            return "unknown"
        return "ok" if self.status < 300 else "fail"


@dataclass
class Client:
    """One customer's device."""

    plant: Plant
    number: int
    random: random.Random
    log: list[Wish] = field(default_factory=list)

    def work(self, enough: Callable[[], bool], give_up: Callable[[], bool]) -> None:
        """Wish for something new until it is enough; insist on each wish until it is known."""
        while not enough():
            wish = self._wish()
            self.log.append(wish)
            while not give_up():
                self._send(wish)
                if wish.verdict != "unknown":
                    break
                time.sleep(PAUSE)

    def _wish(self) -> Wish:
        people, me = self.plant.people, self.plant.people["customers"][self.number]
        if self.random.randrange(FORGOT_EVERY) == 0:
            return Wish("/api/auth/forgot", {"email": me["email"]})
        day = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        start = day + timedelta(days=2 + self.random.randrange(DAYS), hours=self.random.randrange(HOURS))
        body = {
            "center_id": people["center_id"],
            "vehicle_id": me["vehicle_id"],
            "bay_id": self.random.choice(people["bays"]),
            "technician_id": self.random.choice(people["technicians"]),
            "scheduled_start": start.isoformat(),
            "services": [{"service_id": people["service_id"]}],
        }
        return Wish("/api/customers/appointments", body)

    def _send(self, wish: Wish) -> None:
        wish.tries += 1
        me = self.plant.people["customers"][self.number]
        source = (f"127.0.1.{self.number + 1}", 0)
        line = http.client.HTTPConnection(
            "127.0.0.1", self.plant.port, timeout=PATIENCE, source_address=source
        )
        headers = {"Content-Type": "application/json", "Idempotency-Key": wish.key}
        if "forgot" not in wish.path:
            headers["Authorization"] = f"Bearer {me['token']}"
        try:
            line.request("POST", wish.path, json.dumps(wish.body), headers)
            answer = line.getresponse()
            text = answer.read()
            wish.status, wish.answer = answer.status, json.loads(text or b"{}")
            wish.code = str(wish.answer.get("code", ""))
        except (OSError, http.client.HTTPException, ValueError):
            wish.status, wish.code = 0, ""
        finally:
            line.close()


@dataclass
class Crowd:
    """Clients at work, each in a thread of its own, for the block."""

    plant: Plant
    seed: int
    clients: list[Client] = field(init=False)

    def __post_init__(self) -> None:
        self.enough, self.given_up = Event(), Event()
        count = len(self.plant.people["customers"])
        # Which slot is wanted decides nothing that has to stay secret.
        self.clients = [Client(self.plant, n, random.Random(self.seed + n)) for n in range(count)]
        self.threads = [
            Thread(target=client.work, args=(self.enough.is_set, self.given_up.is_set))
            for client in self.clients
        ]

    def __enter__(self) -> "Crowd":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Let every wish come to an answer; a minute after the last fault it must have one."""
        self.enough.set()
        end = time.monotonic() + 60.0
        for thread in self.threads:
            thread.join(max(0.0, end - time.monotonic()))
        self.given_up.set()
        for thread in self.threads:
            thread.join()

    @property
    def wishes(self) -> list[Wish]:
        """Return everything anybody wished."""
        return [wish for client in self.clients for wish in client.log]

    def answered(self) -> int:
        """Return how many wishes were granted so far."""
        return sum(wish.verdict == "ok" for wish in self.wishes)

    def told(self) -> str:
        """Say what came of the bookings."""
        bookings = [wish for wish in self.wishes if "forgot" not in wish.path]
        kept = sum(wish.verdict == "ok" for wish in bookings)
        return f"booking success rate {kept / len(bookings):.1%} of {len(bookings)}; {dict(self.verdicts())}"

    def verdicts(self) -> Counter[str]:
        """Count the wishes by how they ended; what failed by its code."""
        return Counter(wish.code if wish.verdict == "fail" else wish.verdict for wish in self.wishes)
