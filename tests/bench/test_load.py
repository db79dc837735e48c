"""The load's own protocol code, against servers that others wrote."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from websockets.sync.server import ServerConnection, serve

from bench.load.crowd import Crowd
from bench.load.http import Line, render
from bench.load.loop import Loop

EVENTS = 300
LARGE = "x" * 70_000


class Greeting:
    """A client that says a word, waits for `welcome`, and owes a word after every hundredth event."""

    path = "/"
    event_prefix = b"event "

    def __init__(self) -> None:
        self.ready = False

    def opening(self) -> list[bytes]:
        return [b"hello " + b"y" * 200]

    def hear(self, message: bytes) -> list[bytes]:
        self.ready = message == b"welcome"
        return []

    def acknowledgement(self, events: int) -> bytes | None:
        return b"seen" if events == 100 else None


def _serve_events(connection: ServerConnection) -> None:
    assert connection.recv() == "hello " + "y" * 200
    connection.send("welcome")
    for number in range(EVENTS):
        connection.send(f"event {number} {LARGE if number % 100 == 7 else 'short'}")
    for _ in range(EVENTS // 100):
        assert connection.recv() == "seen"
    connection.send("event last")
    connection.recv()


class _Echo(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])) * 10
        body += self.headers["Idempotency-Key"].encode()
        self.send_response(201)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


def test_every_event_is_counted_whatever_its_size_and_however_it_is_cut(loop: Loop):
    with serve(_serve_events, "127.0.0.1", 0, compression=None) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.socket.getsockname()[1]
        crowd = Crowd(loop, port)
        crowd.tally.look_for(b"last")
        crowd.open([Greeting() for _ in range(3)])
        loop.until(lambda: crowd.tally.events == 3 * (EVENTS + 1), within=20)
        assert len(crowd.tally.arrivals) == len(crowd) == 3
        crowd.close()
        server.shutdown()


def test_a_line_keeps_its_connection_and_reads_large_answers(loop: Loop):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    line = Line(loop, server.server_address[1])
    for size in (3, 30_000):
        answer = line.ask(render("POST", "/", "token", {"word": "z" * size}, "key")).expect(201)
        assert answer.body == (b'{"word":"' + b"z" * size + b'"}') * 10 + b"key"
        assert answer.seconds > 0
    with pytest.raises(RuntimeError, match="answered 201, not 200"):
        line.ask(render("POST", "/", "token", {}, "key")).expect(200)
    line.close()
    server.shutdown()
    server.server_close()


def test_waiting_for_what_never_comes_ends_in_words(loop: Loop):
    with pytest.raises(TimeoutError, match=r"a sign took longer than 0\.05 s"):
        loop.until(lambda: False, within=0.05, doing="a sign")
