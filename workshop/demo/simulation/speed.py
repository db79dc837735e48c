"""The demo's clock at another speed, for as long as this process drives it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.db import Error, connection

from workshop.demo.services import prolong_clock, run_clock
from workshop.demo.setting import TRUE_SPEED
from workshop.kernel.errors import Conflict

LENT_FOR = timedelta(seconds=20)
PROLONGED_EVERY = 4.0
ONE_DRIVER = 4_471_020
"""The advisory lock of whoever drives the demo's clock."""


class Speed:
    """Keeps the clock at its speed: without it, the loan ends and the clock falls back to true speed."""

    def __init__(self, pause: Callable[[float], None]) -> None:
        self._pause = pause
        self._kept_at = time.monotonic()

    def keep(self) -> None:
        """Prolong the loan when it is time to; a database that is away is tried again later."""
        if time.monotonic() - self._kept_at < PROLONGED_EVERY:
            return
        self._kept_at = time.monotonic()
        try:
            prolong_clock(lent_for=LENT_FOR)
        except Error:
            connection.close()

    def wait(self, seconds: float) -> None:
        """Sleep, with the clock kept at its speed."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._pause(min(left, 1.0))
            self.keep()


@contextmanager
def driven(rate: float, pause: Callable[[float], None] = time.sleep) -> Iterator[Speed]:
    """Run the demo's clock at a speed for the block, and at true speed after it, without a leap; `pause` sleeps.

    Raises Conflict `no_clock` where there is no demo and `driven_already` while another process drives it.
    """
    with _alone():
        run_clock(rate=rate, lent_for=LENT_FOR)
        try:
            yield Speed(pause)
        finally:
            with suppress(Error):  # without its database the loan ends by itself
                run_clock(rate=TRUE_SPEED)


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (ONE_DRIVER,))
        if not cursor.fetchone()[0]:
            raise Conflict(
                "driven_already", "The day is being simulated already.", next="Stop that simulation first."
            )
    try:
        yield
    finally:
        with suppress(Error), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", (ONE_DRIVER,))
