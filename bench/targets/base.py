"""What the bench needs of a system in order to measure it."""

from dataclasses import dataclass
from typing import Protocol

from bench.load.screen import Dialogue


@dataclass(frozen=True)
class Tap:
    """One write of a technician: a whole HTTP request, and bytes that only events of its job contain."""

    request: bytes
    needle: bytes


@dataclass(frozen=True)
class Job:
    """A job card with open work: its topic, and the taps that start and complete each step."""

    topic: str
    taps: tuple[Tap, ...]


class Target(Protocol):
    """A system under test. Times are taken outside of it; it only prepares and starts."""

    name: str
    database: str
    http_port: int
    live_port: int

    def prepare(self) -> None:
        """Install what is missing and fill a new database."""

    def start(self) -> None:
        """Start every process of the system and return when it answers."""

    def take_turn(self) -> None:
        """Turn whatever this process shares between systems to this one, before it is asked for anything."""

    def stop(self) -> None:
        """Stop what was started."""

    def pids(self) -> list[int]:
        """Return the processes that were started (their children count with them)."""

    def fresh_jobs(self, technicians: int, each: int, steps: int) -> list[list[Job]]:
        """Open `each` new job cards of `steps` steps for every technician; return a list for each."""

    def ledger(self) -> dict[str, int]:
        """Count the rows written so far as `events`, `answers` (kept for keys) and `versions` (history of rows)."""

    def dialogues(self, count: int, topics: list[str]) -> list[Dialogue]:
        """Return conversations of `count` clients of the topics, to be opened within 30 s."""

    def announce(self, topic: str) -> float:
        """Publish one event of a topic through the stores, as another process; return the perf_counter."""

    def job_list(self) -> bytes:
        """Return the request for the 50 newest jobs with customer, vehicle, items with steps, and holds."""

    def vehicle_history(self) -> bytes:
        """Return the request for one vehicle's history of 40 records with their lines, as its owner."""

    def bookings(self, count: int) -> list[bytes]:
        """Return requests that each book another free time."""

    def rivals(self, count: int) -> list[bytes]:
        """Return requests of as many customers for one and the same free bay, technician and time."""

    def wishes(self, clients: int, each: int, slots: int) -> list[list[bytes]]:
        """Return, for every client, `each` requests for slots drawn from so many that are free."""
