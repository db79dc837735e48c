"""Numbers of a stream are gapless and in the order of the commits."""

import random
from collections.abc import Callable
from threading import Event as Signal
from threading import Thread

import pytest
from django.db import connection, connections, transaction

from tests.crowd import at_once, somebody_waits, wait_until
from tests.workshop.events.happenings import numbers, stream, tap
from workshop.events import log
from workshop.events.command import command

pytestmark = pytest.mark.usefixtures("committed")
EACH = 6


class ChangedMyMind(Exception):
    """The command is rolled back."""


def test_thirty_two_committers_leave_no_gap_and_a_reader_at_their_heels_misses_nothing() -> None:
    name = stream()
    seen: list[int] = []
    over = Signal()

    def follow() -> None:
        while True:
            last = over.is_set()
            found = log.since(name, seen[-1] if seen else 0)
            assert found is not None
            seen.extend(event.number for event in found)
            if last:
                break
        connections.close_all()

    @command
    def tap_or_not(luck: float) -> None:
        tap(to=name)
        if luck < 0.3:
            raise ChangedMyMind

    def commit(who: int) -> int:
        chance = random.Random(who)
        done = 0
        for _ in range(EACH):
            try:
                tap_or_not(chance.random())
                done += 1
            except ChangedMyMind:
                continue
        return done

    reader = Thread(target=follow)
    reader.start()
    results = at_once(commit, range(32))
    over.set()
    reader.join(30)
    total = sum(done for done in results if isinstance(done, int))
    assert all(isinstance(done, int) for done in results)
    assert numbers(name) == list(range(1, total + 1))
    assert seen == list(range(1, total + 1))


def slow_then_fast(write: Callable[[], None], read: Callable[[int], list[int]]) -> list[int]:
    """Let one transaction write and linger while another writes and commits; return what a cursor reader got."""
    wrote, go_on = Signal(), Signal()

    def slow() -> None:
        with transaction.atomic():
            write()
            wrote.set()
            go_on.wait(10)
        connections.close_all()

    def fast() -> None:
        with transaction.atomic():
            write()
        connections.close_all()

    first, second = Thread(target=slow), Thread(target=fast)
    first.start()
    assert wrote.wait(10)
    second.start()
    wait_until(lambda: not second.is_alive() or somebody_waits())
    seen = read(0)
    go_on.set()
    first.join(10)
    second.join(10)
    return seen + read(max(seen, default=0))


def test_a_transaction_that_commits_late_is_not_passed_by_a_later_number() -> None:
    name = stream()

    def read(after: int) -> list[int]:
        return [event.number for event in log.since(name, after) or []]

    assert slow_then_fast(lambda: tap(to=name) and None, read) == [1, 2]


def test_twin_numbers_from_a_sequence_lose_the_transaction_that_commits_late() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS sequenced")
        cursor.execute("CREATE TABLE sequenced (number bigserial)")

    def write() -> None:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO sequenced DEFAULT VALUES")

    def read(after: int) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM sequenced WHERE number > %s ORDER BY number", [after])
            return [number for (number,) in cursor.fetchall()]

    try:
        assert slow_then_fast(write, read) == [2]
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE sequenced")


def test_two_streams_in_opposite_order_do_not_lock_each_other_out() -> None:
    one, two = stream(), stream()

    @command
    def both(order: tuple[str, str]) -> None:
        for name in order:
            tap(to=name)

    results = at_once(both, [(one, two), (two, one)] * 8)
    assert results == [None] * 16
    assert numbers(one) == numbers(two) == list(range(1, 17))
