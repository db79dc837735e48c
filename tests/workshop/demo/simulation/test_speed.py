"""Driving the demo's clock: one at a time, and back at true speed afterwards."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from workshop.demo.models import DemoClock
from workshop.demo.services import set_clock
from workshop.demo.simulation.speed import LENT_FOR, driven
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

pytestmark = pytest.mark.usefixtures("committed")

SHOWN = datetime(2026, 11, 20, 8, 20, tzinfo=UTC)


def rate_in(seconds: float) -> float:
    return DemoClock.objects.get().setting.in_force(real_now() + timedelta(seconds=seconds)).rate


def test_the_speed_is_lent_and_given_back() -> None:
    set_clock(shown=SHOWN)
    with driven(60.0):
        assert rate_in(2) == 60.0
        assert rate_in(LENT_FOR.total_seconds() + 2) == 1.0, "who drives may be killed"
    assert rate_in(2) == 1.0


def test_it_is_given_back_when_something_breaks() -> None:
    set_clock(shown=SHOWN)
    with pytest.raises(KeyboardInterrupt), driven(60.0):
        raise KeyboardInterrupt
    assert rate_in(2) == 1.0


def test_one_drives_at_a_time() -> None:
    set_clock(shown=SHOWN)
    told: list[str] = []

    def drive_too() -> None:
        try:
            with driven(10.0):
                pass
        except Conflict as refusal:
            told.append(refusal.code)
        finally:
            connection.close()

    with driven(60.0):
        other = threading.Thread(target=drive_too)
        other.start()
        other.join()
        assert rate_in(2) == 60.0
    assert told == ["driven_already"]
    drive_too()
    assert told == ["driven_already"], "the lock was given back"


def test_without_a_demo_there_is_nothing_to_drive() -> None:
    with pytest.raises(Conflict) as refusal, driven(60.0):
        pass
    assert refusal.value.code == "no_clock"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
            " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
        )
        assert cursor.fetchone() == (0,), "the lock was given back"
