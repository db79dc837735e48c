"""Finding a customer among a hundred thousand, by what a desk is told on the phone.

The floor is the same question put to one table by LIKE, which is what a shop system does without an index for it. The
peer has no such thing.
"""

import time
from typing import Protocol, runtime_checkable

import psycopg

from bench.figures import Figure, milliseconds
from bench.ours.register import entries, searches
from bench.stage import Row, Runs, Stage
from bench.targets.stores import empty_database

CUSTOMERS, CUSTOMERS_QUICK = 100_000, 10_000
ASKED, ASKED_QUICK = 400, 80
SCANNED = 40

LIKE = """
SELECT person, first_name, last_name, phone, plate FROM register
 WHERE first_name || ' ' || last_name || ' ' || email || ' ' || phone || ' ' || plate ILIKE ALL (%s)
 ORDER BY person DESC LIMIT 50
"""


@runtime_checkable
class Searcher(Protocol):
    """A system that finds customers."""

    def customer_searches(self, customers: int, count: int) -> list[bytes]:
        """Return so many searches by the desk of a centre that has so many customers."""


def _runs(stage: Stage) -> Runs:
    target = stage.target
    if not isinstance(target, Searcher):
        while True:
            yield {}
    asked = target.customer_searches(
        stage.amount(CUSTOMERS, CUSTOMERS_QUICK), stage.amount(ASKED, ASKED_QUICK)
    )
    while True:
        times = [answer.seconds for answer in stage.ask_in_turn(asked, 200)]
        yield {"search_p50": milliseconds(times, 0.5), "search_p99": milliseconds(times, 0.99)}


def _scan(quick: bool) -> Runs:
    customers = CUSTOMERS_QUICK if quick else CUSTOMERS
    with psycopg.connect(empty_database("pitlane_bench_register"), autocommit=True) as connection:
        entries(connection, customers)
        connection.execute(
            "CREATE TABLE register AS SELECT *, lower(first_name) || number || '@register.example' AS email FROM entry"
        )
        connection.execute("VACUUM ANALYZE register")
        while True:
            times = [_like(connection, text) for text in searches(SCANNED, customers)]
            yield {"search_p50": milliseconds(times, 0.5), "search_p99": milliseconds(times, 0.99)}


def _like(connection: psycopg.Connection[tuple[object, ...]], text: str) -> float:
    words = [f"%{word}%" for word in text.split()]
    began = time.perf_counter()
    connection.execute(LIKE, [words]).fetchall()
    return time.perf_counter() - began


ROW = Row(
    "customer_search",
    (
        Figure(
            "search_p50", "finding a customer among 100,000 through the API, p50", "ms (floor: LIKE in SQL)"
        ),
        Figure(
            "search_p99", "finding a customer among 100,000 through the API, p99", "ms (floor: LIKE in SQL)"
        ),
    ),
    _runs,
    floor=_scan,
)
