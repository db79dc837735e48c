"""Every socket hears every 5 s that it is alive and what the clock shows."""

import time
from datetime import datetime

import pytest

from .conftest import Browse
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


def test_heartbeat_comes_every_5_s_with_the_clock(server: Server, browse: Browse) -> None:
    browsers = [browse(server.port) for _ in range(3)]
    for browser in browsers:
        browser.authenticate()
    time.sleep(11)
    for browser in browsers:
        browser.settled()
        assert len(browser.heartbeats) in (2, 3)
        first, second = browser.heartbeats[:2]
        apart = datetime.fromisoformat(second["at"]) - datetime.fromisoformat(first["at"])
        assert 4 < apart.total_seconds() < 6.5
        assert set(first) == {"type", "at", "clock"}
        assert first["clock"]["rate"] == 1.0
        assert datetime.fromisoformat(first["clock"]["now"]).tzinfo
