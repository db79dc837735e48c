"""A socket that stops reading is cut off; it costs little and delays nobody."""

import json
import socket
import time
from uuid import UUID, uuid4

import pytest

from .browser import Browser
from .conftest import Browse, Serve
from .sample import tap
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]
PAD = "x" * 4000


class Stuck:
    """A raw WebSocket that subscribes and never reads again."""

    def __init__(self, server: Server, topic: str) -> None:
        self.raw = socket.socket()
        self.raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.raw.connect(("127.0.0.1", server.port))
        self.raw.sendall(
            f"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        assert self.raw.recv(12) == b"HTTP/1.1 101"
        self.say(type="authenticate", ticket=None)
        self.say(type="subscribe", topic=topic)
        heard = b""
        while b'"subscribed"' not in heard:
            heard += self.raw.recv(4096)

    def say(self, **message: object) -> None:
        payload = json.dumps(message).encode()
        self.raw.sendall(bytes([0x81, 0x80 | len(payload)]) + b"\0\0\0\0" + payload)

    def is_cut(self, within: float) -> bool:
        """Say whether the connection ends within so many seconds; only what is left of it is read."""
        self.raw.settimeout(within)
        try:
            while self.raw.recv(65536):
                pass
        except TimeoutError:
            return False
        except ConnectionError:
            return True
        return True


def listen(browse: Browse, server: Server, center: UUID) -> Browser:
    browser = browse(server.port)
    browser.authenticate()
    browser.subscribe(f"sample.{center}")
    return browser


def tap_and_time(center: UUID, browser: Browser, count: int) -> float:
    """Tap so many times with much data and return the worst time (s) until the browser had it."""
    worst, before = 0.0, len(browser.frames())
    for turn in range(1, count + 1):
        began = time.monotonic()
        tap(center=center, thing=uuid4(), version=1, pad=PAD)
        browser.until_frames(before + turn)
        worst = max(worst, time.monotonic() - began)
    return worst


def test_stuck_sockets_are_cut_and_delay_nobody(serve: Serve, browse: Browse, center: UUID) -> None:
    server = serve()
    browser = listen(browse, server, center)
    tap_and_time(center, browser, 5)
    before = server.memory()
    stuck = [Stuck(server, f"sample.{center}") for _ in range(20)]
    assert tap_and_time(center, browser, 220) < 1.0
    assert server.memory() - before < 20 * 1024
    assert all(each.is_cut(within=5) for each in stuck)


def test_reading_without_acknowledging_is_cut_off(server: Server, browse: Browse, center: UUID) -> None:
    browser = listen(browse, server, center)
    browser.acknowledges = False
    tap(center=center, thing=uuid4(), version=1, times=50)
    assert len(browser.until_frames(50)) == 50
    for _ in range(4):
        tap(center=center, thing=uuid4(), version=1, times=50)
    assert browser.until_closed(within=20) == 4429
    last = len(browser.frames())
    assert 100 <= last <= 201
    assert browser.numbers() == list(range(1, last + 1))
    back = browse(server.port)
    back.authenticate()
    back.subscribe(f"sample.{center}", since=last)
    back.until_frames(250 - last)
    assert back.numbers() == list(range(last + 1, 251))


def test_twin_without_limits_keeps_a_stuck_socket(careless: Server, browse: Browse, center: UUID) -> None:
    browser = listen(browse, careless, center)
    stuck = Stuck(careless, f"sample.{center}")
    tap_and_time(center, browser, 220)
    assert not stuck.is_cut(within=1)
