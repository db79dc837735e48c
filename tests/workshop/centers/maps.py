"""A map service of our own, on loopback: it answers what a test says and keeps what it was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson

Answer = Callable[[dict[str, str]], Any]
"""From the query to the JSON of the answer, or to bytes that are sent as they are; raising breaks the connection."""


class Maps:
    """The service: where it is, and each query it got with the path and headers."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.asked: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.agents: list[str] = []


@contextmanager
def serving(answer: Answer, status: int = 200) -> Iterator[Maps]:
    """Serve until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
            maps.asked.append(query)
            maps.paths.append(path)
            maps.agents.append(self.headers["User-Agent"])
            said = answer(query)
            body = said if isinstance(said, bytes) else orjson.dumps(said)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        maps = Maps(server.server_port)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield maps
        finally:
            server.shutdown()
            thread.join()
