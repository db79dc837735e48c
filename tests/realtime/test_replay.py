"""Who returns gets what was missed, once and in order, or is told to fetch again."""

import threading
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from tests.cast import person
from workshop.accounts.models import User
from workshop.events.models import Event, StreamHead
from workshop.kernel.clock import real_now

from .browser import Browser
from .conftest import Browse, Serve
from .people import enter, session_of
from .sample import Broken, announce, tap
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


def listener(browse: Browse, server: Server) -> Browser:
    """Return a browser that may hear public topics."""
    browser = browse(server.port)
    browser.authenticate()
    return browser


def writer(write: Callable[[], None]) -> threading.Thread:
    """Run something in a thread with a database connection of its own."""

    def run() -> None:
        try:
            write()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_missed_events_come_before_the_answer(server: Server, browse: Browse, center: UUID) -> None:
    topic, thing = f"sample.{center}", uuid4()
    tap(center=center, thing=thing, version=1, times=5)
    browser = listener(browse, server)
    assert browser.subscribe(topic, since=2) == {"type": "subscribed", "topic": topic, "seq": 5}
    assert browser.numbers() == [3, 4, 5]
    tap(center=center, thing=thing, version=6)
    browser.until_frames(4)
    assert browser.numbers() == [3, 4, 5, 6]


def test_only_events_of_the_subject_are_replayed(server: Server, browse: Browse, center: UUID) -> None:
    mine, other = uuid4(), uuid4()
    for thing in (mine, other, mine, other):
        tap(center=center, thing=thing, version=1)
    browser = listener(browse, server)
    assert browser.subscribe(f"sample.{center}.thing.{mine}", since=0)["seq"] == 4
    assert browser.numbers() == [1, 3]


def test_replay_of_many_is_paced_by_acknowledgements(server: Server, browse: Browse, center: UUID) -> None:
    tap(center=center, thing=uuid4(), version=1, times=1000)
    browser = listener(browse, server)
    assert browser.subscribe(f"sample.{center}", since=0)["seq"] == 1000
    assert browser.numbers() == list(range(1, 1001))
    lazy = listener(browse, server)
    lazy.acknowledges = False
    lazy.send(type="subscribe", topic=f"sample.{center}", since=0)
    assert lazy.until_closed(within=15) == 4429
    assert lazy.numbers() == list(range(1, 101))


@pytest.mark.parametrize("since", [1, 7, 10**12])
def test_what_cannot_be_continued_is_fetched_again(
    server: Server, browse: Browse, center: UUID, since: int
) -> None:
    tap(center=center, thing=uuid4(), version=1, times=6)
    Event.objects.filter(stream=f"center:{center}", number__lte=3).delete()
    StreamHead.objects.filter(stream=f"center:{center}").update(oldest=4)
    browser = listener(browse, server)
    topic = f"sample.{center}"
    assert browser.subscribe(topic, since=since) == {"type": "resync", "topic": topic}
    assert browser.frames() == []
    assert browser.subscribe(topic, since=6)["type"] == "subscribed"


def test_more_than_is_read_at_once_is_fetched_again(server: Server, browse: Browse, center: UUID) -> None:
    tap(center=center, thing=uuid4(), version=1, times=2001)
    browser = listener(browse, server)
    assert browser.subscribe(f"sample.{center}", since=0)["type"] == "resync"
    assert browser.subscribe(f"sample.{center}", since=1999)["type"] == "subscribed"
    assert browser.numbers() == [2000, 2001]


def test_a_number_ahead_of_the_process_is_not_ahead_of_the_log(
    by_hand: Server, browse: Browse, center: UUID
) -> None:
    browser = listener(browse, by_hand)
    assert browser.subscribe(f"sample.{center}")["seq"] == 0
    tap(center=center, thing=uuid4(), version=1, times=3)
    later = listener(browse, by_hand)
    assert later.subscribe(f"sample.{center}", since=3)["seq"] == 3
    assert later.frames() == []
    assert [frame["seq"] for frame in browser.until_frames(3)] == [1, 2, 3]


def test_failed_projection_means_fetch_again(server: Server, browse: Browse, center: UUID) -> None:
    topic = f"sample.{center}"
    browser = listener(browse, server)
    browser.subscribe(topic)
    announce(Broken(stream=f"center:{center}", subject=f"thing:{uuid4()}"))
    assert browser.read() == {"type": "resync", "topic": topic}
    assert browser.subscribe(topic, since=1)["type"] == "subscribed"


def test_a_grant_younger_than_the_number_is_fetched_again(
    server: Server, browse: Browse, center: UUID
) -> None:
    tap(center=center, thing=uuid4(), version=1)
    user = person("late")
    tap(center=center, thing=uuid4(), version=2)
    browser = enter(browse(server.port), session_of(user))
    topic = f"sample.{center}.since"
    assert browser.subscribe(topic, since=1)["type"] == "resync"
    User.objects.filter(pk=user.pk).update(created_at=real_now() - timedelta(hours=1))
    assert browser.subscribe(topic, since=1)["type"] == "subscribed"
    assert browser.numbers() == [2]


def test_events_recorded_while_many_subscribe_reach_each_once(
    server: Server, browse: Browse, center: UUID
) -> None:
    count, thing = 150, uuid4()

    def write() -> None:
        for version in range(1, count + 1):
            tap(center=center, thing=thing, version=version)

    thread = writer(write)
    browsers = []
    while thread.is_alive() and len(browsers) < 40:
        browser = listener(browse, server)
        browser.send(type="subscribe", topic=f"sample.{center}", since=0)
        browsers.append(browser)
    thread.join()
    assert len(browsers) > 5
    for browser in browsers:
        browser.until_frames(count, within=10)
        assert browser.numbers() == list(range(1, count + 1))


def test_twin_without_replay_leaves_a_gap(careless: Server, browse: Browse, center: UUID) -> None:
    tap(center=center, thing=uuid4(), version=1, times=5)
    browser = listener(browse, careless)
    assert browser.subscribe(f"sample.{center}", since=2)["seq"] == 5
    assert browser.settled() == []


def test_late_commit_is_never_skipped(server: Server, browse: Browse, center: UUID) -> None:
    browser = listener(browse, server)
    browser.subscribe(f"sample.{center}")
    begun, go = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            tap(center=center, thing=uuid4(), version=1)
            begun.set()
            go.wait(5)

    late = writer(slow)
    assert begun.wait(5)
    quick = writer(lambda: tap(center=center, thing=uuid4(), version=2))
    assert browser.settled(0.5) == []
    go.set()
    for thread in (late, quick):
        thread.join()
    browser.until_frames(2)
    assert browser.numbers() == [1, 2]
    assert [frame["version"] for frame in browser.frames()] == [1, 2]


def test_a_returning_crowd_hears_everything_after_a_restart(
    serve: Serve, browse: Browse, center: UUID
) -> None:
    tap(center=center, thing=uuid4(), version=1, times=40)
    fresh = serve()
    crowd = [listener(browse, fresh) for _ in range(20)]
    for number, browser in enumerate(crowd):
        browser.send(type="subscribe", topic=f"sample.{center}", since=number)
    for number, browser in enumerate(crowd):
        browser.until(lambda message: message["type"] == "subscribed")
        assert browser.numbers() == list(range(number + 1, 41))
