"""What an administrator changes about a centre is told to whoever looks at its slots, and the slots answer by it."""

import time
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.api.answering import Caller
from tests.cast import House, actor, at_noon, house
from workshop.catalog.services import NewStep, change_service, create_service
from workshop.centers import services
from workshop.kernel.actor import SYSTEM

from .conftest import Browse
from .people import enter, session_of
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]
PROMISED_S = 5


@pytest.fixture
def home(transactional_db: None) -> House:
    return house("ANN", "Anna Nagar")


def slots(home: House, days: int) -> list[str]:
    day = at_noon(home.center, days=days).date()
    path = f"/api/public/service-centers/{home.center.id}/availability"
    found: list[str] = Caller().reads(f"{path}?service={home.service.id}&from={day}&to={day}")["days"][0][
        "slots"
    ]
    return found


def test_changed_hours_reach_the_booking_page_within_the_promise(
    server: Server, browse: Browse, home: House
) -> None:
    topic = f"center.{home.center.id}.availability"
    anybody = browse(server.port)
    assert anybody.authenticate()["person"] is None
    since = anybody.subscribe(topic)["seq"]
    assert slots(home, 3)
    began = time.monotonic()
    services.update_center(actor=actor(home.admin), center_id=home.center.id, hours=[])
    (frame,) = anybody.until_frames(1)
    assert time.monotonic() - began < PROMISED_S
    assert (frame["type"], frame["topic"], frame["data"]) == ("availability:changed", topic, {"days": []})
    assert frame["seq"] > since
    assert slots(home, 3) == []


def test_each_kind_of_change_is_told(server: Server, browse: Browse, home: House) -> None:
    noon, who, center = at_noon(home.center, days=3), actor(home.admin), home.center.id
    anybody = browse(server.port)
    anybody.authenticate()
    anybody.subscribe(f"center.{center}.availability")
    role = home.tech.memberships.get()
    services.set_exception(actor=who, center_id=center, first=noon.date(), last=noon.date())
    services.set_shifts(actor=who, center_id=center, person_id=home.tech.id, shifts=[])
    services.add_absence(
        actor=who, center_id=center, person_id=home.tech.id, starts_at=noon, ends_at=noon + timedelta(hours=1)
    )
    services.update_bay(actor=who, bay_id=home.bays[0].id, is_active=False)
    services.update_member(actor=who, membership_id=role.id, certifications=[])
    services.end_membership(actor=who, membership_id=role.id)
    told = anybody.until_frames(6)
    assert {frame["type"] for frame in told} == {"availability:changed"}
    services.set_pin(actor=SYSTEM, user_id=home.tech.id, pin="7306")
    assert anybody.settled() == told


def test_what_is_sold_is_told_to_the_booking_page_and_to_the_centres_own_pages(
    server: Server, browse: Browse, home: House
) -> None:
    who, calendar = actor(home.admin), f"center.{home.center.id}.calendar"
    anybody, desk = browse(server.port), browse(server.port)
    anybody.authenticate()
    anybody.subscribe(f"center.{home.center.id}.availability")
    enter(desk, session_of(home.desk))
    desk.subscribe(calendar)
    began = time.monotonic()
    change_service(actor=who, service_id=home.service.id, base_price=Decimal(1650))
    (frame,) = anybody.until_frames(1)
    assert (frame["type"], frame["data"]) == ("availability:changed", {"days": []})
    assert desk.until(lambda message: message.get("type") == "resync")["topic"] == calendar
    assert time.monotonic() - began < PROMISED_S
    create_service(
        actor=who,
        center_id=home.center.id,
        name="Wash",
        category="care",
        base_price=Decimal(300),
        steps=[NewStep(name="Wash", estimate=20)],
    )
    assert anybody.until_frames(2)[1]["data"] == {"days": []}


def test_an_open_calendar_is_told_to_fetch_again_and_so_is_one_that_was_away(
    server: Server, browse: Browse, home: House
) -> None:
    topic = f"center.{home.center.id}.calendar"
    desk = browse(server.port)
    enter(desk, session_of(home.desk))
    since = desk.subscribe(topic)["seq"]
    day = at_noon(home.center, days=3).date()
    services.set_exception(actor=actor(home.admin), center_id=home.center.id, first=day, last=day)
    assert desk.until(lambda message: message.get("topic") == topic) == {"type": "resync", "topic": topic}
    assert desk.subscribe(topic, since=since) == {"type": "resync", "topic": topic}
    assert desk.subscribe(topic, since=since + 1)["type"] == "subscribed"
