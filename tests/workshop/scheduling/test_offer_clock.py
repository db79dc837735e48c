"""What is held for who waits ends at a real moment, which is told by the workshop's clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.cast import Cast, at_noon, cast, waiting
from tests.workshop.notifications.telling import relayed, rows
from workshop.kernel import clock
from workshop.scheduling import services as scheduling
from workshop.scheduling.waiting import waiting_facts, waiting_view

pytestmark = pytest.mark.django_db
AHEAD = timedelta(hours=2)


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def _ahead() -> Iterator[None]:
    """Let the workshop's clock go two hours ahead of the real one."""
    real = clock.real_now()
    fast = clock.Rate(real=real, shown=real + AHEAD, rate=1.0)
    before = clock.use(lambda: fast)
    yield
    clock.use(before)


@pytest.mark.usefixtures("_ahead")
def test_the_end_of_an_offer_is_told_in_the_workshops_time(everybody: Cast) -> None:
    home = everybody.home
    entry = waiting(home, everybody.customer)
    day = at_noon(home.center, days=3).date()
    scheduling.offer_freed(center_id=home.center.id, first=day, last=day)
    relayed()
    entry.refresh_from_db()
    facts = waiting_facts(entry)
    real, shown = (datetime.fromisoformat(facts["offer"][name]) for name in ("until", "ends_at"))
    assert shown - real == AHEAD
    (book,) = (one for one in waiting_view(facts, "customer")["allowed_actions"] if one["verb"] == "book")
    assert datetime.fromisoformat(book["until"]) == shown
    (told,) = rows(everybody.customer, "app")
    local = shown + timedelta(hours=5, minutes=30)
    assert f"{local:%H:%M}" in told.message
