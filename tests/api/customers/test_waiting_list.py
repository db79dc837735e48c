"""/api/customers/waiting-list."""

from typing import Any

import pytest

from tests.api.answering import body_of
from tests.api.conftest import As
from tests.api.working import verbs
from tests.cast import Cast, House, actor, appointment, at_noon, customer
from tests.workshop.notifications.telling import relayed
from tests.workshop.scheduling.test_waiting import narrow
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import WaitingEntry
from workshop.vehicles.models import Vehicle

LIST = "/api/customers/waiting-list"


@pytest.fixture
def wish(everybody: Cast, home: House) -> dict[str, Any]:
    """Return what somebody waits for, on a day that another visit fills."""
    narrow(home)
    appointment(home, customer(home, "Asha"), start=at_noon(home.center, days=3))
    day = at_noon(home.center, days=3).date().isoformat()
    return {
        "center_id": str(home.center.id),
        "vehicle_id": str(Vehicle.objects.get(ownerships__person=everybody.customer).id),
        "services": [{"service_id": str(home.service.id)}],
        "from_date": day,
        "to_date": day,
        "day_from": "12:00",
        "day_until": "17:00",
    }


def free(home: House) -> None:
    """Let the visit of that day be cancelled."""
    visit = home.center.appointments.get(status="confirmed")
    scheduling.cancel(actor=actor(home.desk), appointment_id=visit.id)
    relayed()


def test_joined_offered_and_booked(as_: As, everybody: Cast, home: House, wish: dict[str, Any]) -> None:
    me = as_(everybody.customer)
    (place,) = body_of(me.post(LIST, wish), 201)["waiting"]
    assert (place["status"], place["day_from"], place["offer"]) == ("waiting", "12:00", None)
    assert verbs(place) == ["leave"]
    free(home)
    page = me.reads(f"{LIST}?status=offered")
    (offered,) = page["results"]
    assert page["topic"] == "me"
    assert verbs(offered) == ["book", "wait_on", "leave"]
    assert "phone" not in offered["customer"]
    (booked,) = me.does(f"{LIST}/{place['id']}/book", {"version": offered["version"]})["waiting"]
    assert (booked["status"], booked["allowed_actions"]) == ("booked", [])
    visit = me.reads(f"/api/customers/appointments/{booked['appointment_id']}")["appointment"]
    assert visit["status"] == "confirmed"


def test_waited_on_and_left(as_: As, everybody: Cast, home: House, wish: dict[str, Any]) -> None:
    me = as_(everybody.customer)
    (place,) = body_of(me.post(LIST, wish), 201)["waiting"]
    free(home)
    assert me.does(f"{LIST}/{place['id']}/wait-on")["waiting"][0]["status"] == "waiting"
    assert me.does(f"{LIST}/{place['id']}/leave")["waiting"][0]["status"] == "left"
    problem = me.refused(f"{LIST}/{place['id']}/book", status=409, code="illegal_transition")
    assert problem["allowed_actions"] == []


def test_the_same_key_joins_once(as_: As, everybody: Cast, wish: dict[str, Any]) -> None:
    me = as_(everybody.customer)
    first = me.post(LIST, wish, Idempotency_Key="w-1")
    assert body_of(first, 201) == body_of(me.post(LIST, wish, Idempotency_Key="w-1"), 201)
    me.refused(LIST, wish, status=409, code="already_waiting")
    assert WaitingEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"to_date": "2020-01-01", "from_date": "2020-01-01"}, "from_date"),
        ({"to_date": "2020-01-01"}, "to_date"),
        ({"day_until": "11:00"}, "day_until"),
        ({"from_date": "tomorrow"}, "from_date"),
        ({"day_from": "late"}, "day_from"),
        ({"services": []}, "services"),
        ({"customer_id": "x"}, "customer_id"),
    ],
)
def test_what_is_wrong_names_the_field(
    as_: As, everybody: Cast, wish: dict[str, Any], change: dict[str, Any], field: str
) -> None:
    me = as_(everybody.customer)
    answer = me.post(LIST, wish | change)
    assert list(body_of(answer, 400)["fields"]) == [field]
    assert not WaitingEntry.objects.exists()
