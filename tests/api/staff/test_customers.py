"""/api/staff/customers."""

from typing import Any

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House, appointment, customer, person
from workshop.centers.models import CustomerProfile
from workshop.scheduling.models import Appointment

CUSTOMERS = "/api/staff/customers"


def names(caller: Caller, query: str = "") -> list[str]:
    return [row["name"] for row in caller.reads(f"{CUSTOMERS}?{query}")["results"]]


def test_the_desk_lists_who_booked_here_with_their_vehicles(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    (row,) = as_(home.desk).reads(CUSTOMERS)["results"]
    assert row["id"] == str(everybody.customer.id)
    assert [card["plate"] for card in row["vehicles"]] == [booked.vehicle_card["plate"]]


def test_customers_are_found_by_name_phone_plate_and_centre(
    as_: As, home: House, booked: Appointment
) -> None:
    appointment(home, customer(home, "Asha"))
    desk = as_(home.desk)
    plate = booked.vehicle_card["plate"].replace(" ", "").lower()
    assert names(desk) == ["Asha Raman", "Meena Raman"]
    assert names(desk, "q=meena%20r") == ["Meena Raman"]
    assert names(desk, "q=9800000001") == ["Asha Raman", "Meena Raman"]
    assert names(desk, f"q={plate}") == ["Meena Raman"]
    assert len(names(desk, f"center={home.center.id}")) == 2
    assert names(desk, "q=nobody") == []


def test_who_never_came_is_not_there(as_: As, everybody: Cast, home: House) -> None:
    assert names(as_(home.desk)) == []
    as_(home.desk).refused(f"{CUSTOMERS}/{everybody.customer.id}", status=404, code="not_found", method="GET")


def test_vehicles_that_the_centre_does_not_know_are_not_shown(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    rival = everybody.rival
    theirs = appointment(rival, everybody.customer)
    assert theirs.vehicle_id == booked.vehicle_id
    own = customer(rival, "Kiran")
    appointment(rival, own)
    assert names(as_(home.desk), f"center={rival.center.id}") == []
    assert names(as_(home.desk), "q=kiran") == []


def test_names_and_address_are_corrected(as_: As, everybody: Cast, home: House, booked: Appointment) -> None:
    path = f"{CUSTOMERS}/{everybody.customer.id}"
    desk = as_(home.desk)
    shown = desk.reads(path)
    changed = desk.puts(path, shown | {"last_name": "Raghavan", "address": "2nd Street 4"})
    assert changed["name"] == "Meena Raghavan"
    assert CustomerProfile.objects.get(user=everybody.customer).address == "2nd Street 4"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"email": "new@example.com"}, "email"),
        ({"phone": "1"}, "phone"),
        ({"first_name": ""}, "first_name"),
        ({"first_name": ["Meena"]}, "first_name"),
        ({"last_name": "x" * 81}, "last_name"),
        ({"loyal": True}, "loyal"),
    ],
)
def test_how_they_sign_in_and_are_reached_is_theirs(
    as_: As, everybody: Cast, home: House, booked: Appointment, body: dict[str, Any], field: str
) -> None:
    problem = as_(home.desk).refused(
        f"{CUSTOMERS}/{everybody.customer.id}", body, status=400, code="validation_failed", method="PUT"
    )
    assert list(problem["fields"]) == [field]


def test_another_centres_desk_neither_reads_nor_writes(as_: As, everybody: Cast, booked: Appointment) -> None:
    path, rival = f"{CUSTOMERS}/{everybody.customer.id}", as_(everybody.rival.desk)
    rival.refused(path, status=404, code="not_found", method="GET")
    rival.refused(path, {"first_name": "X"}, status=404, code="not_found", method="PUT")


def test_technicians_and_customers_have_no_list(as_: As, everybody: Cast, home: House) -> None:
    for user in (home.tech, everybody.customer, person("visitor")):
        as_(user).refused(CUSTOMERS, status=403, code="insufficient_permissions", method="GET")
