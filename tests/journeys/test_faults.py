"""The line, the server and Redis away under open pages: they say so, heal by themselves and miss nothing."""

import re
import signal
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.cast import House
from tests.faults.proxy import Proxy
from tests.faults.redis import own_redis
from tests.realtime.serving import Server
from workshop.embedded.redis import Redis
from workshop.events.models import Event
from workshop.jobs.sheet import Sheet

from .conftest import APPLICATION
from .crew import at_tablet, checks, gather, on_phone
from .screens import told
from .visitor import Open, Visitor

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
HEALS_WITHIN = 15.0
AS_OF = re.compile(r"As of \d\d:\d\d")


def tap_through(tablet: Visitor, first: int, last: int) -> None:
    """Finish the checks from the first to the last, each going on to the next."""
    for number in range(first, last + 1):
        tablet.button(f"Done, next: Check {number + 1}").click()


def completed(sheet: Sheet) -> int:
    """Return how many steps of the card were reported done."""
    return Event.objects.filter(subject=f"job:{sheet.job.id}", name="jobs.StepCompleted").count()


def test_a_phone_whose_network_is_cut_says_so_and_comes_back_with_every_step(
    visit: Open, home: House, line: Proxy
) -> None:
    sheet = checks(home)
    tablet, phone = at_tablet(visit, home, sheet), on_phone(visit, home, sheet, port=line.port)
    tablet.button("Start: Check 1").click()
    phone.sees("Your car is being checked")
    phone.note_connection()
    with phone.without_reload():
        line.cut()
        began = time.monotonic()
        phone.sees("Reconnecting", within=5)
        tap_through(tablet, 1, 3)
        phone.sees(phone.page.get_by_text(AS_OF), within=40)
        assert time.monotonic() - began >= 30
        phone.sees("Your car is being checked")
        tap_through(tablet, 4, 5)
        line.mend()
        phone.sees_live(within=HEALS_WITHIN)
        for number in range(1, 6):
            phone.sees(told(phone.page, f"Checked {number}", "Done"))
        phone.sees(told(phone.page, "Checked 6", "In progress"))
        said = [AS_OF.sub("As of", words) for words in phone.connection_said()]
    assert said == ["Live", "Reconnecting", "As of", "Up to date", "Live"]


def test_a_line_that_hangs_is_noticed_without_a_word_from_the_browser(
    visit: Open, home: House, line: Proxy
) -> None:
    sheet = checks(home)
    tablet, phone = at_tablet(visit, home, sheet), on_phone(visit, home, sheet, port=line.port)
    with phone.without_reload():
        line.hang()
        tablet.button("Start: Check 1").click()
        tap_through(tablet, 1, 2)
        phone.sees("Reconnecting", within=20)
        line.mend()
        phone.sees(told(phone.page, "Checked 3", "In progress"), within=HEALS_WITHIN)
        phone.sees_live()


def test_pages_heal_when_the_server_was_killed_and_send_what_was_tapped(
    visit: Open, home: House, own_server: Server
) -> None:
    sheet = checks(home)
    crew = gather(visit, home, sheet, port=own_server.port)
    crew.tablet.button("Start: Check 1").click()
    crew.phone.sees("Your car is being checked")
    for visitor in crew.everybody:
        visitor.page.evaluate("window.journeyMark = 1")
    own_server.signal(signal.SIGKILL)
    for visitor in crew.everybody:
        visitor.sees("Reconnecting")
    crew.tablet.button("Done, next: Check 2").click()
    crew.tablet.sees("1 to send")
    own_server.start()
    back = time.monotonic()
    for visitor in crew.everybody:
        visitor.sees_live(within=back + HEALS_WITHIN - time.monotonic())
    crew.phone.sees(told(crew.phone.page, "Checked 2", "In progress"), back + HEALS_WITHIN - time.monotonic())
    expect(crew.tablet.page.get_by_text("1 to send")).to_have_count(0)
    assert completed(sheet) == 1
    assert [visitor.page.evaluate("window.journeyMark") for visitor in crew.everybody] == [1, 1, 1, 1]


@pytest.fixture
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """A Redis of the journey's own."""
    with own_redis(tmp_path_factory.mktemp("log")) as running:
        yield running


def test_taps_are_seen_while_redis_is_away_and_at_once_when_it_is_back(
    visit: Open, home: House, redis: Redis
) -> None:
    sheet = checks(home)
    with Server(application=APPLICATION, prefix=f"own-{sheet.job.id}", REDIS_URL=redis.url) as server:
        tablet = at_tablet(visit, home, sheet, port=server.port)
        phone = on_phone(visit, home, sheet, port=server.port)
        tablet.note_presses()
        with phone.without_reload(), tablet.without_reload():
            assert redis.process is not None
            redis.process.kill()
            redis.process.wait()
            tablet.button("Start: Check 1").click()
            phone.sees(told(phone.page, "Checked 1", "In progress"), within=HEALS_WITHIN)
            phone.sees_live()
            redis.start()
            back = time.monotonic()
            for number in range(2, 9):
                phone.watch_for(f"Checked {number}")
                tablet.button(f"Done, next: Check {number}").click()
                delay = phone.saw_at(within=HEALS_WITHIN) - tablet.pressed_at()
                if delay < 1000:
                    break
            assert time.monotonic() - back < HEALS_WITHIN
            tablet.sees_live()
