"""Redis and PostgreSQL away, hung, wiped and back; the server process stopped and killed."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connection
from redis import Redis as RedisClient

from tests.faults.proxy import Proxy
from workshop.embedded.redis import Redis

from .bells import events_of, ring
from .browser import Browser
from .conftest import Browse, Serve
from .people import enter, signed_in
from .sample import tap
from .serving import Server, database_url

pytestmark = pytest.mark.django_db(transaction=True)
PROMPT = 0.5
"""Seconds within which a doorbell tells an event; a look at the heads comes every 2 s and is rarely as quick."""


def listen(browse: Browse, server: Server, center: UUID, since: int | None = None) -> Browser:
    browser = browse(server.port)
    browser.authenticate()
    answer = browser.subscribe(f"sample.{center}", since)
    assert answer["type"] == "subscribed", answer
    return browser


def live_again(browser: Browser, center: UUID, redis: Redis, prefix: str, within: float = 15.0) -> float:
    """Tap and ring until five events in a row come promptly; return how long (s) the first of them took to come."""
    began = time.monotonic()
    since, prompt = began, 0
    while since - began < within:
        before = len(browser.frames())
        tap(center=center, thing=uuid4(), version=1)
        ring(events_of(center)[-1:], prefix=prefix, redis=redis.url)
        rung = time.monotonic()
        browser.until_frames(before + 1)
        prompt = prompt + 1 if time.monotonic() - rung < PROMPT else 0
        if prompt == 5:
            return since - began
        if prompt == 0:
            since = time.monotonic()
    raise AssertionError("not live again")


def server_on(serve: Serve, redis: Redis, center: UUID) -> tuple[Server, str]:
    prefix = f"own-{center}"
    return serve(prefix=prefix, REDIS_URL=redis.url), prefix


def test_sockets_open_and_events_come_while_redis_is_away(
    serve: Serve, browse: Browse, center: UUID, redis: Redis
) -> None:
    redis.stop()
    server, prefix = server_on(serve, redis, center)
    browser = listen(browse, server, center)
    began = time.monotonic()
    tap(center=center, thing=uuid4(), version=1, times=3)
    assert [frame["seq"] for frame in browser.until_frames(3)] == [1, 2, 3]
    assert time.monotonic() - began < 3
    redis.start()
    assert live_again(browser, center, redis, prefix) < 15


def test_killed_redis_loses_nothing_and_is_heard_again(
    serve: Serve, browse: Browse, center: UUID, redis: Redis
) -> None:
    server, prefix = server_on(serve, redis, center)
    browser = listen(browse, server, center)
    live_again(browser, center, redis, prefix)
    assert redis.process is not None
    redis.process.kill()
    redis.process.wait()
    other = listen(browse, server, center)
    told = len(browser.frames())
    tap(center=center, thing=uuid4(), version=1, times=5)
    browser.until_frames(told + 5)
    assert len(other.until_frames(5)) == 5
    redis.start()
    assert live_again(browser, center, redis, prefix) < 15
    assert browser.numbers() == list(range(1, len(browser.frames()) + 1))


def test_hung_redis_delays_nothing_but_doorbells(
    serve: Serve, browse: Browse, center: UUID, redis: Redis
) -> None:
    server, prefix = server_on(serve, redis, center)
    browser = listen(browse, server, center)
    live_again(browser, center, redis, prefix)
    assert redis.process is not None
    redis.process.send_signal(signal.SIGSTOP)
    try:
        other = listen(browse, server, uuid4())
        told = len(browser.frames())
        tap(center=center, thing=uuid4(), version=1, times=5)
        browser.until_frames(told + 5, within=3)
        time.sleep(5)
        assert other.subscribe("me")["code"] == "forbidden"
    finally:
        redis.process.send_signal(signal.SIGCONT)
    assert live_again(browser, center, redis, prefix) < 15
    assert browser.numbers() == list(range(1, len(browser.frames()) + 1))


def test_wiped_redis_loses_nothing(serve: Serve, browse: Browse, center: UUID, redis: Redis) -> None:
    server, prefix = server_on(serve, redis, center)
    browser = listen(browse, server, center)
    with RedisClient.from_url(redis.url) as client:
        client.flushall()
        client.client_kill_filter(_type="pubsub")
    tap(center=center, thing=uuid4(), version=1, times=5)
    assert [frame["seq"] for frame in browser.until_frames(5)] == [1, 2, 3, 4, 5]
    assert live_again(browser, center, redis, prefix) < 15


@pytest.fixture
def line() -> Iterator[Proxy]:
    """Hold a line to PostgreSQL that can be cut; every other process has its own."""
    with Proxy(Path(connection.settings_dict["HOST"]) / ".s.PGSQL.5432") as proxy:
        yield proxy


def test_sockets_outlive_postgresql(line: Proxy, serve: Serve, browse: Browse, center: UUID) -> None:
    server = serve(DATABASE_URL=database_url(at=f"127.0.0.1:{line.port}"))
    browser = listen(browse, server, center)
    late = enter(browse(server.port), signed_in("late"))
    line.cut()
    late.send(type="subscribe", topic=f"sample.{center}.since")
    with pytest.raises(TimeoutError):
        late.read(3.0)
    tap(center=center, thing=uuid4(), version=1)
    assert browser.until_frames(1)[0]["seq"] == 1
    line.mend()
    assert late.until(lambda message: message["type"] == "subscribed", within=15)["seq"] == 1
    tap(center=center, thing=uuid4(), version=2)
    assert browser.until_frames(2, within=15)[1]["seq"] == 2
    assert late.until_frames(1, within=15)[0]["seq"] == 2


def test_stopping_says_restart_and_waits_for_nobody(serve: Serve, browse: Browse, center: UUID) -> None:
    server = serve()
    browsers = [listen(browse, server, center) for _ in range(3)]
    server.signal(signal.SIGTERM)
    for browser in browsers:
        assert browser.until_closed() == 1012
    assert server.process is not None
    assert server.process.wait(8) is not None


def test_browsers_of_a_killed_process_return_and_miss_nothing(
    serve: Serve, browse: Browse, center: UUID
) -> None:
    first, second = serve(), serve()
    browser = listen(browse, first, center)
    tap(center=center, thing=uuid4(), version=1, times=2)
    browser.until_frames(2)
    first.signal(signal.SIGKILL)
    tap(center=center, thing=uuid4(), version=3, times=2)
    assert browser.until_closed() == 1006
    back = listen(browse, second, center, since=browser.numbers()[-1])
    assert browser.numbers() + back.numbers() == [1, 2, 3, 4]


def test_daphne_serves_the_same(serve: Serve, browse: Browse, center: UUID) -> None:
    server = serve(daphne=True)
    tap(center=center, thing=uuid4(), version=1, times=150)
    browser = listen(browse, server, center, since=10)
    tap(center=center, thing=uuid4(), version=1)
    browser.until_frames(141)
    assert browser.numbers() == list(range(11, 152))
    server.signal(signal.SIGTERM)
    assert browser.until_closed() in (1006, 1012)
