"""Wait for many sockets at once with as little work for each as Python allows."""

import select
import socket
import time
from collections.abc import Callable

# So few screens are read before the HTTP answers are looked at again: an answer is not timed behind a crowd.
BATCH = 32
PATIENCE = 30.0


class Loop:
    """Call a reader for each socket that has something to read; lines go before screens."""

    def __init__(self) -> None:
        self._lines = select.epoll()
        self._screens = select.epoll()
        self._lines.register(self._screens.fileno(), select.EPOLLIN)
        self._readers: dict[int, Callable[[], None]] = {self._screens.fileno(): self._read_screens}
        self.buffer = bytearray(1 << 18)

    def watch_line(self, line: socket.socket, reader: Callable[[], None]) -> None:
        """Call `reader` whenever this HTTP connection has bytes."""
        self._readers[line.fileno()] = reader
        self._lines.register(line.fileno(), select.EPOLLIN)

    def watch_screen(self, screen: socket.socket, reader: Callable[[], None]) -> None:
        """Call `reader` whenever this WebSocket has bytes."""
        self._readers[screen.fileno()] = reader
        self._screens.register(screen.fileno(), select.EPOLLIN)

    def forget(self, line: socket.socket) -> None:
        """Stop watching a socket, before it is closed."""
        del self._readers[line.fileno()]

    def _read_screens(self) -> None:
        for number, _ in self._screens.poll(0, BATCH):
            self._readers[number]()

    def turn(self, wait: float) -> bool:
        """Read what has arrived, after at most `wait` seconds; return whether anything had."""
        ready = self._lines.poll(wait)
        for number, _ in ready:
            self._readers[number]()
        return bool(ready)

    def until(self, done: Callable[[], bool], within: float = PATIENCE, doing: str = "waiting") -> None:
        """Turn until `done()`; raise TimeoutError naming what was awaited after `within` seconds."""
        end = time.perf_counter() + within
        while not done():
            left = end - time.perf_counter()
            if left <= 0:
                raise TimeoutError(f"{doing} took longer than {within:g} s")
            self.turn(min(left, 1.0))

    def settle(self, quiet: float = 0.01) -> None:
        """Turn until nothing has arrived for `quiet` seconds."""
        while self.turn(quiet):
            pass

    def pass_time(self, seconds: float) -> None:
        """Keep reading for a span of time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.turn(left)

    def close(self) -> None:
        """Let go of what waits."""
        self._screens.close()
        self._lines.close()


def connect(port: int) -> socket.socket:
    """Open a TCP connection to a server on this machine."""
    line = socket.create_connection(("127.0.0.1", port), timeout=10)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line.setblocking(False)
    return line


def send_all(line: socket.socket, data: bytes) -> None:
    """Send a small message in one go; raise OSError when the other side has stopped reading."""
    if line.send(data) != len(data):
        raise OSError("The server does not read what it is sent.")
