"""Doorbells dropped, tripled and shuffled change nothing but the delay: what is told is told once and in order."""

import random
import time
from uuid import UUID, uuid4

import pytest

from .bells import events_of, ring, until_heard
from .browser import Browser
from .conftest import Browse, Serve
from .sample import tap
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


def listen(browse: Browse, server: Server, center: UUID) -> Browser:
    browser = browse(server.port)
    browser.authenticate()
    assert browser.subscribe(f"sample.{center}")["type"] == "subscribed"
    return browser


def test_dropped_doorbells_cost_seconds_and_no_event(deaf: Server, browse: Browse, center: UUID) -> None:
    browser = listen(browse, deaf, center)
    began = time.monotonic()
    tap(center=center, thing=uuid4(), version=1, times=3)
    assert [frame["seq"] for frame in browser.until_frames(3)] == [1, 2, 3]
    assert time.monotonic() - began < 3


def test_dropped_tripled_and_shuffled_doorbells_tell_each_event_once_in_order(
    by_hand: Server, browse: Browse, center: UUID, redis_url: str
) -> None:
    browsers = [listen(browse, by_hand, center) for _ in range(3)]
    until_heard(center, prefix=by_hand.prefix, at=redis_url)
    told = 0
    for turn in range(5):
        tap(center=center, thing=uuid4(), version=1, times=20)
        events = events_of(center, after=told)
        chance = random.Random(turn)
        rung = [event for event in events[:-1] if chance.random() > 0.2 for _ in range(3)]
        rung.append(events[-1])
        chance.shuffle(rung)
        ring(rung, prefix=by_hand.prefix, redis=redis_url)
        told += 20
        for browser in browsers:
            browser.until_frames(told)
    for browser in browsers:
        browser.settled()
        assert browser.numbers() == list(range(1, 101))


def test_a_lost_doorbell_is_made_good_when_the_next_one_rings(
    by_hand: Server, browse: Browse, center: UUID, redis_url: str
) -> None:
    browser = listen(browse, by_hand, center)
    until_heard(center, prefix=by_hand.prefix, at=redis_url)
    tap(center=center, thing=uuid4(), version=1, times=4)
    ring(events_of(center, after=3), prefix=by_hand.prefix, redis=redis_url)
    browser.until_frames(4)
    assert browser.numbers() == [1, 2, 3, 4]


def test_a_long_absence_of_doorbells_is_replayed_at_each_browsers_pace(
    by_hand: Server, browse: Browse, center: UUID, redis_url: str
) -> None:
    browsers = [listen(browse, by_hand, center) for _ in range(2)]
    until_heard(center, prefix=by_hand.prefix, at=redis_url)
    tap(center=center, thing=uuid4(), version=1, times=600)
    ring(events_of(center, after=599), prefix=by_hand.prefix, redis=redis_url)
    for browser in browsers:
        browser.until_frames(600, within=15)
        assert browser.numbers() == list(range(1, 601))


def test_twin_without_heads_never_hears_of_dropped_doorbells(
    by_hand: Server, browse: Browse, center: UUID
) -> None:
    browser = listen(browse, by_hand, center)
    tap(center=center, thing=uuid4(), version=1, times=3)
    assert browser.settled(4.0) == []


def test_twin_without_contiguity_tells_doubles_out_of_order(
    serve: Serve, browse: Browse, center: UUID, redis_url: str
) -> None:
    server = serve(prefix=f"hasty-{center}", without="heads,contiguity")
    browser = listen(browse, server, center)
    until_heard(center, prefix=server.prefix, at=redis_url)
    tap(center=center, thing=uuid4(), version=1, times=3)
    one, two, three = events_of(center)
    ring([three, one, one, two], prefix=server.prefix, redis=redis_url)
    browser.until_frames(4)
    assert browser.numbers() == [3, 1, 1, 2]
