"""/api/staff/waiting-list: the desk lets somebody wait who calls, and answers for them."""

from typing import Any

import pytest

from tests.api.answering import body_of
from tests.api.conftest import As
from tests.cast import Cast, House, at_noon
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import WaitingEntry

LIST = "/api/staff/waiting-list"


@pytest.fixture
def wish(home: House) -> dict[str, Any]:
    day = at_noon(home.center, days=3).date().isoformat()
    return {
        "center_id": str(home.center.id),
        "customer": {"first_name": "Bala", "phone": "+91 98400 12345"},
        "vehicle": {"kind": "ev", "license_plate": "TN 10 QQ 1", "make": "Tata", "model": "Nexon EV"},
        "services": [{"service_id": str(home.service.id)}],
        "from_date": day,
        "to_date": day,
    }


def test_somebody_new_on_the_phone_waits_and_the_desk_books_for_them(
    as_: As, home: House, wish: dict[str, Any]
) -> None:
    desk = as_(home.desk)
    (place,) = body_of(desk.post(LIST, wish), 201)["waiting"]
    assert place["customer"]["phone"] == "+919840012345"
    day = at_noon(home.center, days=3).date()
    scheduling.offer_freed(center_id=home.center.id, first=day, last=day)
    (offered,) = desk.reads(f"{LIST}?center={home.center.id}&q=TN10QQ")["results"]
    assert offered["offer"]["until"]
    (listed,) = desk.reads(f"/api/staff/calendar?center={home.center.id}")["waiting"]
    assert listed == offered
    (booked,) = desk.does(f"{LIST}/{place['id']}/book")["waiting"]
    assert booked["status"] == "booked"
    assert desk.reads(f"/api/staff/calendar?center={home.center.id}")["waiting"] == []


def test_passed_on_and_taken_off(as_: As, home: House, wish: dict[str, Any]) -> None:
    desk = as_(home.desk)
    (place,) = body_of(desk.post(LIST, wish), 201)["waiting"]
    day = at_noon(home.center, days=3).date()
    scheduling.offer_freed(center_id=home.center.id, first=day, last=day)
    assert desk.does(f"{LIST}/{place['id']}/wait-on")["waiting"][0]["status"] == "waiting"
    assert desk.does(f"{LIST}/{place['id']}/leave")["waiting"][0]["status"] == "left"


def test_another_centres_customer_and_half_a_party_are_refused(
    as_: As, everybody: Cast, home: House, wish: dict[str, Any]
) -> None:
    desk = as_(home.desk)
    known = {name: value for name, value in wish.items() if name != "customer"}
    stranger = known | {"customer_id": str(everybody.stranger.id)}
    desk.refused(LIST, stranger, status=404, code="customer_not_found")
    problem = desk.refused(LIST, known, status=400, code="validation_failed")
    assert list(problem["fields"]) == ["customer"]
    assert not WaitingEntry.objects.exists()
