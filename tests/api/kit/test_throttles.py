"""Limits hold while Redis answers, and stand in nobody's way while it does not."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
import time_machine

from api.kit import throttles
from api.kit.throttles import Counter
from tests.crowd import at_once
from tests.door import Door
from tests.faults.redis import own_redis

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]
NOON = "2026-11-20T12:00:30+00:00"


@pytest.fixture
def name() -> str:
    return f"test:{os.urandom(8).hex()}"


@pytest.fixture
def silent_redis(tmp_path: Path) -> Iterator[str]:
    """A socket that accepts and never answers."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path := os.fspath(tmp_path / "redis.sock"))
    listener.listen(64)
    yield f"unix://{path}"
    listener.close()


def test_the_eleventh_request_in_a_minute_is_told_when_to_come_back(api: Door) -> None:
    with time_machine.travel(NOON, tick=False):
        answers = [api.get("/api/limited") for _ in range(11)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429]
        assert answers[-1]["Retry-After"] == "30"
        assert answers[-1].json()["code"] == "throttled"
        assert Door().get("/api/limited").status_code == 200
    with time_machine.travel("2026-11-20T12:01:00+00:00", tick=False):
        assert api.get("/api/limited").status_code == 200


@pytest.mark.parametrize("limit", [10, 1200])
def test_no_more_than_the_limit_get_through_whichever_process_counts(name: str, limit: int) -> None:
    with time_machine.travel(NOON, tick=False):
        processes = [Counter(), Counter(), Counter()]
        allowed = sum(
            processes[place % 3].take(name, limit, 60) == 0 for place in range(limit + limit // 2 + 30)
        )
    assert limit * 0.95 <= allowed <= limit


def test_threads_of_one_process_share_its_permits(name: str) -> None:
    counter = Counter()
    results = at_once(lambda _: [counter.take(name, 100, 3600) for _ in range(20)], range(8))
    assert sum(taken == 0 for each in results if isinstance(each, list) for taken in each) == 100


def test_a_busy_person_costs_few_round_trips(name: str, tmp_path: Path) -> None:
    counter = Counter()
    with own_redis(tmp_path) as alone:
        counter.redis = redis.Redis.from_url(alone.url)
        for _ in range(120):
            assert counter.take(name, 1200, 3600) == 0
        assert 1 <= counter.redis.info("commandstats")["cmdstat_incrby"]["calls"] <= 20


def test_a_silent_redis_delays_one_request_by_a_tenth_of_a_second_and_the_others_not_at_all(
    name: str, silent_redis: str
) -> None:
    counter = Counter()
    counter.redis = redis.Redis.from_url(silent_redis, **throttles.PATIENCE)
    began = time.monotonic()
    for _ in range(200):
        assert counter.take(name, 1, 60) == 0
    assert time.monotonic() - began < 1


def test_a_redis_that_is_gone_stands_in_nobodys_way_and_counts_again_when_it_is_back(name: str) -> None:
    counter = Counter()
    back = counter.redis
    counter.redis = redis.Redis.from_url("unix:///nowhere/redis.sock", **throttles.PATIENCE)
    assert [counter.take(name, 1, 3600) for _ in range(3)] == [0, 0, 0]
    counter.redis = back
    counter.closed_at = 0.0
    assert counter.take(name, 1, 3600) == 0
    assert counter.take(name, 1, 3600) > 0
