"""An orderly end of the simulation."""

import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from workshop.demo.simulation.stopping import Stop


@pytest.fixture
def stop() -> Iterator[Stop]:
    """Return a stop that listens, and give the signals back to whom they belong."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    made = Stop()
    made.listen()
    yield made
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_move_under_way_is_finished_first(stop: Stop, number: signal.Signals) -> None:
    os.kill(os.getpid(), number)
    assert stop.asked, "nothing was interrupted"
    with pytest.raises(KeyboardInterrupt):
        stop.pause(0)


def test_a_pause_ends_when_the_end_is_asked_for(stop: Stop) -> None:
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        stop.pause(60)
    assert time.monotonic() - began < 30


def test_asked_twice_it_ends_at_once(stop: Stop) -> None:
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def test_nobody_asked(stop: Stop) -> None:
    stop.pause(0.01)
    assert not stop.asked
