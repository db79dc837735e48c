"""How a process follows the demo's clock: a thread of its own reads it twice a second, so that nobody waits for it."""

import os
import threading

import structlog
from django.db import DatabaseError, connection

from workshop.kernel.clock import TRUE, Rate, real_now

from .models import DemoClock
from .setting import Setting

LOG = structlog.get_logger(__name__)
READ_EVERY = 0.5
FIRST_READING_WITHIN = 5.0


class Follower:
    """Knows what the clock shows; true time until there is one to read. It starts when it is first asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pid: int | None = None
        self._stop = threading.Event()
        self._asked = threading.Event()
        self._setting: Setting | None = None
        self._thread: threading.Thread | None = None

    def rate(self) -> Rate:
        """Return the clock in force; whoever asks before the first reading waits for it, five seconds at most."""
        if self._pid != os.getpid():
            self._start()
        if not self._asked.is_set():
            self._asked.wait(FIRST_READING_WITHIN)
        return TRUE if self._setting is None else self._setting.in_force(real_now())

    def close(self) -> None:
        """Stop reading and let the connection go."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _start(self) -> None:
        with self._lock:
            if self._pid == os.getpid():
                return
            self._stop, self._asked = threading.Event(), threading.Event()
            self._thread = threading.Thread(target=self._follow, name="demo-clock", daemon=True)
            self._thread.start()
            self._pid = os.getpid()

    def _follow(self) -> None:
        stop, asked = self._stop, self._asked
        readable = True
        while not stop.is_set():
            try:
                row = DemoClock.objects.first()
                self._setting = None if row is None else row.setting
                readable = True
            except DatabaseError as error:  # the last reading holds until the database is back
                connection.close()
                if readable:
                    LOG.warning("demo_clock_not_read", error=repr(error))
                readable = False
            asked.set()
            stop.wait(READ_EVERY)
        connection.close()
