"""The floor under booking: the exclusion constraint without row locks, and the deadlocks it costs.

A deadlock needs two sessions that insert at the same instant, so PostgreSQL may use both cores here.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from itertools import count
from random import Random
from typing import Any

from psycopg import AsyncConnection, errors

from bench import machine
from bench.figures import Measured, milliseconds
from bench.stage import Runs
from bench.targets.stores import empty_database

RIVALS = 64
TABLE = """
CREATE TYPE uuidrange AS RANGE (subtype = uuid);
CREATE TABLE booking (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, resource uuid NOT NULL, period tstzrange NOT NULL,
    EXCLUDE USING gist (uuidrange(resource, resource, '[]') WITH &&, period WITH &&)
)
"""
TAKE = """
INSERT INTO booking (resource, period)
SELECT md5(%s)::uuid, tstzrange(start, start + interval '1 hour')
FROM (SELECT now()::date + make_interval(hours => %s) AS start) AS slot
"""
RESOURCES = ("bay", "technician")
Rival = AsyncConnection[tuple[object, ...]]


async def _try(rival: Rival, slot: int) -> tuple[bool, float]:
    """Take the slot of both resources or fail; return whether a deadlock ended it, and the seconds."""
    began = time.perf_counter()
    deadlock = False
    try:
        async with rival.transaction():
            for resource in RESOURCES:
                await rival.execute(TAKE, [resource, slot])
    except errors.ExclusionViolation:
        pass
    except errors.DeadlockDetected:
        deadlock = True
    return deadlock, time.perf_counter() - began


async def _rounds(rivals: list[Rival], slots: range) -> Measured:
    verdicts = [
        verdict
        for slot in slots
        for verdict in await asyncio.gather(*(_try(rival, slot) for rival in rivals))
    ]
    times = [seconds for _, seconds in verdicts]
    return {
        "rivals_p50": milliseconds(times, 0.5),
        "rivals_p99": milliseconds(times, 0.99),
        "deadlocks": float(sum(deadlock for deadlock, _ in verdicts)),
    }


async def _wish(rival: Rival, slots: list[int]) -> list[tuple[bool, float]]:
    return [await _try(rival, slot) for slot in slots]


async def _crowd(rivals: list[Rival], wishes: list[list[int]]) -> Measured:
    ends = await asyncio.gather(*(_wish(rival, slots) for rival, slots in zip(rivals, wishes, strict=True)))
    verdicts = [verdict for own in ends for verdict in own]
    times = [seconds for _, seconds in verdicts]
    return {
        "crowd_p50": milliseconds(times, 0.5),
        "crowd_p99": milliseconds(times, 0.99),
        "crowd_deadlocks": float(sum(deadlock for deadlock, _ in verdicts)),
    }


async def _meet(address: str) -> list[Rival]:
    rivals = [await AsyncConnection.connect(address, autocommit=True) for _ in range(RIVALS)]
    machine.spread([rival.info.backend_pid for rival in rivals])
    await rivals[0].execute(TABLE)
    return rivals


async def _part(rivals: list[Rival]) -> None:
    for rival in rivals:
        await rival.close()


def runs(quick: bool) -> Runs:
    """Let 64 rivals meet over slot after slot, in rounds of their own connections."""
    rounds = 3 if quick else 8
    return _together(rounds, lambda rivals, first: _rounds(rivals, range(first, first + rounds)))


def crowded(each: int, slots: int) -> Runs:
    """Let 64 rivals draw slots from many, one after the other."""

    def meet(rivals: list[Rival], first: int) -> Coroutine[Any, Any, Measured]:
        drawn = [Random(first + number).sample(range(first, first + slots), each) for number in range(RIVALS)]
        return _crowd(rivals, drawn)

    return _together(slots, meet)


def _together(taken: int, meet: Callable[[list[Rival], int], Coroutine[Any, Any, Measured]]) -> Runs:
    with asyncio.Runner() as runner:
        rivals = runner.run(_meet(empty_database("pitlane_bench_floor")))
        try:
            for first in count(0, taken):
                yield runner.run(meet(rivals, first))
        finally:
            runner.run(_part(rivals))
