"""A tap reaches whoever listens, once, in order, and nobody else."""

from uuid import UUID, uuid4

import pytest

from .conftest import Browse
from .sample import tap
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


def test_tap_reaches_those_who_listen(server: Server, browse: Browse, center: UUID) -> None:
    thing = uuid4()
    whole, one, other = (browse(server.port) for _ in range(3))
    for browser, topic in (
        (whole, f"sample.{center}"),
        (one, f"sample.{center}.thing.{thing}"),
        (other, f"sample.{center}.thing.{uuid4()}"),
    ):
        assert browser.authenticate()["person"] is None
        assert browser.subscribe(topic) == {"type": "subscribed", "topic": topic, "seq": 0}
    tap(center=center, thing=thing, version=7, secret="key in the drawer")
    frame = whole.until_frames(1)[0]
    assert frame | {"at": None} == {
        "type": "thing:tapped",
        "topic": f"sample.{center}",
        "seq": 1,
        "at": None,
        "version": 7,
        "data": {"things": [{"id": str(thing), "version": 7}]},
    }
    assert one.until_frames(1)[0]["seq"] == 1
    assert other.settled() == []
