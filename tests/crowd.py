"""Many at once, each with a database connection of their own."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

from django.db import connection, connections

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def at_once(work: Callable[[Thing], Result], things: Iterable[Thing]) -> list[Result | Exception]:
    """Do the work for every thing at the same moment; return the results or errors in the order of the things."""
    everything = list(things)
    start = Barrier(len(everything))

    def run(thing: Thing) -> Result | Exception:
        try:
            # Who still has to be let in by PostgreSQL is not there at the same moment.
            connection.ensure_connection()
            start.wait(timeout=30)
            return work(thing)
        except Exception as error:  # whatever goes wrong is a result here
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(everything)) as pool:
        return list(pool.map(run, everything))


def somebody_waits() -> bool:
    """Tell whether a transaction in this database waits for another one's lock."""
    with connection.cursor() as cursor:
        # Within a transaction the view would stay as it was first seen.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for a condition; fails the test when it does not come within ten seconds."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def told(results: Iterable[Any], code: str) -> int:
    """Return how many of the results are refusals with this code."""
    return sum(getattr(result, "code", None) == code for result in results)
