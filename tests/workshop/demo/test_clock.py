"""The demo's clock: it never leaps when its speed changes, and every process follows it."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.crowd import somebody_waits, wait_until
from workshop.demo.follower import Follower
from workshop.demo.models import DemoClock
from workshop.demo.services import NOTICE, prolong_clock, run_clock, set_clock
from workshop.demo.setting import Setting
from workshop.kernel import clock
from workshop.kernel.errors import Conflict

START = datetime(2026, 11, 20, 8, 20, tzinfo=UTC)
REAL = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)

seconds = st.floats(min_value=1, max_value=3600).map(lambda value: timedelta(seconds=round(value, 3)))
rates = st.sampled_from([0.0, 1.0, 10.0, 60.0, 600.0])


def shown(setting: Setting, moment: datetime) -> datetime:
    return setting.in_force(moment).at(moment)


@given(st.lists(st.tuples(seconds, rates), min_size=1, max_size=6))
def test_the_clock_goes_on_from_where_it_was_however_its_speed_changes(
    changes: list[tuple[timedelta, float]],
) -> None:
    setting, moment = Setting(REAL, START), REAL
    for after, rate in changes:
        moment += after
        changed = setting.continued(at=moment, rate=rate, until=None)
        for near in (moment - INSTANT, moment, moment + INSTANT):
            leap = shown(changed, near) - shown(setting, near)
            assert abs(leap) <= timedelta(microseconds=1000), (near, leap)
        assert (
            shown(changed, moment + timedelta(minutes=1)) - shown(changed, moment)
            == timedelta(minutes=1) * rate
        )
        setting = changed


def test_a_change_made_known_ahead_happens_at_its_moment() -> None:
    setting = Setting(REAL, START).continued(at=REAL + NOTICE, rate=60.0, until=None)
    assert shown(setting, REAL) == START
    assert shown(setting, REAL + NOTICE) == START + NOTICE
    assert shown(setting, REAL + NOTICE + timedelta(seconds=1)) == START + NOTICE + timedelta(minutes=1)


def test_a_speed_that_is_lent_ends_by_itself_without_a_leap() -> None:
    until = REAL + timedelta(seconds=10)
    setting = Setting(REAL, START, 60.0, 1.0, until)
    assert setting.in_force(until - INSTANT).rate == 60.0
    assert setting.in_force(until).rate == 1.0
    assert shown(setting, until) == START + timedelta(minutes=10)
    assert shown(setting, until + timedelta(minutes=1)) == START + timedelta(minutes=11)


@pytest.fixture
def follower() -> Iterator[Follower]:
    following = Follower()
    yield following
    following.close()


@pytest.mark.usefixtures("committed")
class TestFollowing:
    """A process that follows what another one sets."""

    def test_without_a_demo_it_is_true_time(self, follower: Follower) -> None:
        assert follower.rate() is clock.TRUE

    def test_nobody_is_told_true_time_before_the_first_reading(self, follower: Follower) -> None:
        """As when a process that just started is asked by several at once, and its database is busy."""
        set_clock(shown=START)
        with ThreadPoolExecutor(4) as asking:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("LOCK TABLE demo_democlock")
                answers = [asking.submit(follower.rate) for _ in range(4)]
                wait_until(somebody_waits)
                assert not any(answer.done() for answer in answers)
            assert all(answer.result() is not clock.TRUE for answer in answers)

    def test_a_change_reaches_the_process_before_it_happens(self, follower: Follower) -> None:
        set_clock(shown=START)
        assert follower.rate().at(clock.real_now()) - START < timedelta(seconds=5)
        setting = run_clock(rate=60.0)
        wait_until(lambda: follower.rate().rate == 60.0)
        now = clock.real_now()
        assert follower.rate().at(now) == shown(setting, now)

    def test_what_it_read_holds_while_the_clock_cannot_be_read(self, follower: Follower) -> None:
        set_clock(shown=START)
        before = follower.rate()
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE demo_democlock RENAME TO away")
            try:
                time_of_reading = time.monotonic()
                wait_until(lambda: time.monotonic() > time_of_reading + 1.2)
                assert follower.rate() == before
            finally:
                cursor.execute("ALTER TABLE away RENAME TO demo_democlock")
        run_clock(rate=60.0)
        wait_until(lambda: follower.rate().rate == 60.0)

    def test_the_domain_lives_by_it(self, follower: Follower) -> None:
        set_clock(shown=START)
        before = clock.use(follower.rate)
        try:
            assert timedelta(0) <= clock.now() - START < timedelta(seconds=5)
        finally:
            clock.use(before)
        assert abs(clock.now() - clock.real_now()) < timedelta(seconds=1)


@pytest.mark.django_db
class TestLending:
    """Driving the clock."""

    def test_it_is_prolonged_while_somebody_drives(self) -> None:
        set_clock(shown=START)
        lent = run_clock(rate=60.0, lent_for=timedelta(seconds=10))
        longer = prolong_clock(lent_for=timedelta(minutes=1))
        assert lent.until is not None
        assert longer.until is not None
        assert longer.until > lent.until
        assert (longer.real, longer.shown, longer.rate) == (lent.real, lent.shown, 60.0)

    def test_a_loan_that_ran_out_begins_anew_where_the_clock_is(self) -> None:
        set_clock(shown=START)
        run_clock(rate=60.0, lent_for=timedelta(seconds=10))
        DemoClock.objects.update(real=REAL, until=REAL + timedelta(seconds=10))
        old = DemoClock.objects.get().setting
        anew = prolong_clock(lent_for=timedelta(seconds=10))
        assert anew.rate == 60.0
        assert shown(anew, anew.real) == shown(old, anew.real)

    def test_true_speed_is_not_prolonged(self) -> None:
        set_clock(shown=START)
        assert prolong_clock(lent_for=timedelta(seconds=10)).rate == 1.0

    def test_without_a_demo_there_is_nothing_to_drive(self) -> None:
        with pytest.raises(Conflict) as refusal:
            run_clock(rate=60.0)
        assert refusal.value.code == "no_clock"
