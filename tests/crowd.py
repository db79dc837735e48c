"""Many at once, each with a database connection of their own."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

from django.db import connections

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def at_once(work: Callable[[Thing], Result], things: Iterable[Thing]) -> list[Result | Exception]:
    """Do the work for every thing at the same moment; return the results or errors in the order of the things."""
    everything = list(things)
    start = Barrier(len(everything))

    def run(thing: Thing) -> Result | Exception:
        try:
            start.wait(timeout=10)
            return work(thing)
        except Exception as error:  # whatever goes wrong is a result here
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(everything)) as pool:
        return list(pool.map(run, everything))


def told(results: Iterable[Any], code: str) -> int:
    """Return how many of the results are refusals with this code."""
    return sum(getattr(result, "code", None) == code for result in results)
