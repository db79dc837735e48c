"""Whatever a browser says: an answer with a stable code, nothing changed, and no failure inside."""

import json
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .browser import Browser
from .conftest import Browse
from .sample import tap
from .serving import Server
from .test_protocol import JSON, NAMES, TYPES

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


def padded(size: int) -> str:
    """Return a subscription of exactly `size` bytes."""
    bare = json.dumps({"type": "subscribe", "topic": "me", "pad": ""})
    return bare[:-2] + "x" * (size - len(bare)) + bare[-2:]


def test_64_kib_is_heard_and_one_byte_more_closes(server: Server, browse: Browse) -> None:
    browser = browse(server.port)
    browser.authenticate()
    browser.connection.send(padded(65536))
    assert browser.read()["code"] == "unknown_field"
    browser.connection.send(padded(65537))
    assert browser.read()["code"] == "message_too_large"
    assert browser.until_closed() == 1009


def test_64_kib_are_bytes_and_not_letters(server: Server, browse: Browse) -> None:
    browser = browse(server.port)
    browser.authenticate()
    browser.connection.send(json.dumps({"type": "é" * 40000}, ensure_ascii=False))
    assert browser.read()["code"] == "message_too_large"
    assert browser.until_closed() == 1009


def test_binary_is_refused(server: Server, browse: Browse, center: UUID) -> None:
    browser = browse(server.port)
    browser.authenticate()
    browser.connection.send(b"\x00\xff")
    assert browser.read()["code"] == "not_text"
    assert browser.subscribe(f"sample.{center}")["type"] == "subscribed"


def test_100_messages_a_minute_and_acks_are_free(server: Server, browse: Browse, center: UUID) -> None:
    browser = browse(server.port)
    browser.authenticate()
    for _ in range(300):
        browser.send(type="ack", frames=1)
    for _ in range(98):
        browser.send(type="unsubscribe", topic="me")
    assert browser.subscribe(f"sample.{center}")["type"] == "subscribed"
    assert browser.subscribe("me")["code"] == "too_many_messages"
    tap(center=center, thing=uuid4(), version=1)
    assert len(browser.until_frames(1)) == 1


def test_flood_is_closed(server: Server, browse: Browse) -> None:
    browser = browse(server.port)
    browser.authenticate()
    for _ in range(500):
        browser.connection.send("?")
    assert browser.until_closed() == 1008


def test_topics_are_bounded(server: Server, browse: Browse, center: UUID) -> None:
    browser = browse(server.port)
    browser.authenticate()
    for _ in range(64):
        assert browser.subscribe(f"sample.{center}.thing.{uuid4()}")["type"] == "subscribed"
    assert browser.subscribe(f"sample.{center}")["code"] == "too_many_topics"


def test_unknown_topic_is_refused(server: Server, browse: Browse) -> None:
    browser = browse(server.port)
    browser.authenticate()
    assert browser.subscribe("kitchen.7")["code"] == "unknown_topic"


def test_unsubscribed_topic_is_heard_no_more(server: Server, browse: Browse, center: UUID) -> None:
    browser, other = browse(server.port), browse(server.port)
    for each in (browser, other):
        each.authenticate()
        each.subscribe(f"sample.{center}")
    browser.send(type="unsubscribe", topic=f"sample.{center}")
    browser.subscribe("me")
    tap(center=center, thing=uuid4(), version=1)
    assert len(other.until_frames(1)) == 1
    assert browser.settled() == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, *HealthCheck]
)
@given(
    st.lists(
        st.text(max_size=50)
        | JSON.map(json.dumps)
        | st.dictionaries(NAMES, JSON | TYPES | st.sampled_from(["me", "sample.x"])).map(json.dumps)
        | st.binary(max_size=50),
        max_size=12,
    )
)
def test_garbage_never_fails_inside(server: Server, said: list[str | bytes]) -> None:
    with Browser(server.port) as browser:
        browser.authenticate()
        for message in said:
            browser.connection.send(message)
        topic = f"sample.{uuid4()}"
        assert browser.subscribe(topic)["type"] == "subscribed"
    log = server.log.read_text()
    assert "Traceback" not in log
    assert "failed" not in log
