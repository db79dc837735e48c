"""The floor under free slots: the same month, a query for every slot."""

import time
from datetime import datetime, timedelta

import psycopg

from bench.figures import Measured, milliseconds
from bench.stage import Runs
from bench.targets.stores import empty_database

BAYS, TECHNICIANS, DAYS, HOURS = 8, 12, 30, 10
TABLES = """
CREATE TABLE resource (id int PRIMARY KEY, kind text NOT NULL);
CREATE TABLE booking (resource_id int NOT NULL REFERENCES resource, period tstzrange NOT NULL);
CREATE INDEX ON booking USING gist (period);
"""
FREE = """
SELECT EXISTS (SELECT FROM resource r WHERE kind = 'bay' AND NOT EXISTS (
           SELECT FROM booking b WHERE b.resource_id = r.id AND b.period && tstzrange(%(start)s, %(end)s)))
   AND EXISTS (SELECT FROM resource r WHERE kind = 'technician' AND NOT EXISTS (
           SELECT FROM booking b WHERE b.resource_id = r.id AND b.period && tstzrange(%(start)s, %(end)s)))
"""
FIRST = datetime.fromisoformat("2027-01-04T08:00:00+01:00")


def _prepare(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    connection.execute(TABLES)
    for number in range(BAYS + TECHNICIANS):
        kind = "bay" if number < BAYS else "technician"
        connection.execute("INSERT INTO resource VALUES (%s, %s)", [number, kind])
        for day in range(DAYS):
            for turn in range(3):
                start = FIRST + timedelta(days=day, hours=(number + day + 3 * turn) % 9)
                connection.execute(
                    "INSERT INTO booking VALUES (%s, tstzrange(%s, %s))",
                    [number, start, start + timedelta(minutes=75)],
                )
    connection.execute("ANALYZE")


def _month(connection: psycopg.Connection[tuple[object, ...]]) -> float:
    began = time.perf_counter()
    for day in range(DAYS):
        for quarter in range(4 * HOURS - 5):
            start = FIRST + timedelta(days=day, minutes=15 * quarter)
            asked = {"start": start, "end": start + timedelta(minutes=90)}
            connection.execute(FREE, asked, prepare=True).fetchone()
    return time.perf_counter() - began


def runs(quick: bool) -> Runs:
    """Ask for every slot of the month, again and again."""
    with psycopg.connect(empty_database("pitlane_bench_slots"), autocommit=True) as connection:
        _prepare(connection)
        while True:
            times = [_month(connection) for _ in range(1 if quick else 3)]
            found: Measured = {
                "slots_p50": milliseconds(times, 0.5),
                "slots_p99": milliseconds(times, 0.99),
            }
            yield found
