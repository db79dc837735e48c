"""What the desk writes of its customers: cards, preferences, notes and vehicles."""

from typing import Any

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House, actor, appointment, customer
from workshop.accounts.models import User
from workshop.centers import services as centers
from workshop.centers.models import Patronage
from workshop.events.models import Event
from workshop.scheduling.models import Appointment
from workshop.vehicles.models import Vehicle

CUSTOMERS = "/api/staff/customers"
CAR = {"kind": "car", "license_plate": "TN 22 CC 4321", "make": "Tata", "model": "Punch"}


def path(person: User, part: str = "") -> str:
    """Return the address of a customer, or of a part of their card."""
    return f"{CUSTOMERS}/{person.id}{part}"


def newcomer(home: House, **values: Any) -> dict[str, Any]:
    """Return the card of somebody who was never here."""
    said = {"first_name": "Kavya", "last_name": "Iyer", "phone": "+91 98411 22334"}
    return {"center_id": str(home.center.id), **said, **values}


def found(caller: Caller, text: str) -> list[str]:
    """Return the names that a search finds."""
    return [row["name"] for row in caller.reads(f"{CUSTOMERS}?q={text}")["results"]]


def test_a_card_is_made_with_a_first_vehicle(as_: As, home: House) -> None:
    desk = as_(home.desk)
    made = desk.does(CUSTOMERS, newcomer(home, vehicle=CAR, notes="Rings twice"), status=201)
    assert (made["name"], made["phone"], made["notes"]) == ("Kavya Iyer", "+919841122334", "Rings twice")
    assert [card["plate"] for card in made["vehicles"]] == ["TN 22 CC 4321"]
    assert made["visits"] == {"to_come": 0, "past": 0, "no_shows": 0}
    assert desk.reads(f"{CUSTOMERS}/{made['id']}/file")["vehicles"][0]["make"] == "Tata"


@pytest.mark.parametrize("phone", ["098411 22334", "+91-98411-22334", "9841122334"])
def test_a_phone_that_is_known_here_is_found_in_any_notation(as_: As, home: House, phone: str) -> None:
    desk = as_(home.desk)
    made = desk.does(CUSTOMERS, newcomer(home), status=201)
    body = newcomer(home, first_name="Somebody", phone=phone)
    problem = desk.refused(CUSTOMERS, body, status=409, code="customer_known")
    assert problem["customer"] == {"id": made["id"], "name": "Kavya Iyer"}
    assert list(problem["fields"]) == ["phone"]


def test_another_number_with_the_same_ending_is_somebody_else(as_: As, home: House) -> None:
    desk = as_(home.desk)
    desk.does(CUSTOMERS, newcomer(home), status=201)
    desk.does(CUSTOMERS, newcomer(home, first_name="Devi", phone="+91 88411 22334"), status=201)


def test_who_is_a_customer_elsewhere_only_is_not_told_of(as_: As, everybody: Cast, home: House) -> None:
    theirs = appointment(everybody.rival, everybody.stranger).customer
    assert theirs is not None
    body = newcomer(home, phone="", email=theirs.email)
    problem = as_(home.desk).refused(CUSTOMERS, body, status=409, code="email_taken")
    assert "customer" not in problem


def test_somebody_is_reached_somehow(as_: As, home: House) -> None:
    problem = as_(home.desk).refused(CUSTOMERS, newcomer(home, phone=""), status=400, code="contact_missing")
    assert list(problem["fields"]) == ["phone"]


def test_a_vehicle_that_is_refused_leaves_no_card(as_: As, home: House, booked: Appointment) -> None:
    body = newcomer(home, vehicle=CAR | {"license_plate": booked.vehicle_card["plate"]})
    as_(home.desk).refused(CUSTOMERS, body, status=409, code="vehicle_known")


def test_preferences_and_notes_are_kept(as_: As, everybody: Cast, home: House, booked: Appointment) -> None:
    desk, address = as_(home.desk), path(everybody.customer)
    shown = desk.reads(address)
    changed = desk.puts(
        address,
        shown
        | {
            "notes": "Calls before noon",
            "preferred_channel": "sms",
            "preferred_language": "vi",
            "preferred_technician_id": str(home.other_tech.id),
            "preferred_service_center_id": str(everybody.rival.center.id),
        },
    )
    assert changed["version"] > shown["version"]
    assert changed["preferred_technician"]["id"] == str(home.other_tech.id)
    assert changed["preferred_service_center"]["name"] == everybody.rival.center.name
    assert desk.reads(address) == changed


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("preferred_technician_id", "rival"),
        ("preferred_technician_id", "desk"),
        ("preferred_service_center_id", "nowhere"),
    ],
)
def test_a_preference_that_nobody_can_keep_is_refused(
    as_: As, everybody: Cast, home: House, booked: Appointment, field: str, value: str
) -> None:
    ids = {"rival": everybody.rival.tech.id, "desk": home.desk.id, "nowhere": home.desk.id}
    problem = as_(home.desk).refused(
        path(everybody.customer),
        {field: str(ids[value])},
        status=400,
        code="preference_unknown",
        method="PUT",
    )
    assert list(problem["fields"]) == [field]


def test_a_card_seen_before_another_desk_changed_it_is_stale(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    desk, address = as_(home.desk), path(everybody.customer)
    seen = desk.reads(address)
    as_(home.admin).puts(address, {"notes": "First", "version": seen["version"]})
    problem = desk.refused(
        address,
        {"notes": "Second", "version": seen["version"]},
        status=409,
        code="stale_version",
        method="PUT",
    )
    assert problem["current"]["customer"]["notes"] == "First"


def test_notes_are_one_centres_and_names_are_everyones(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    appointment(everybody.rival, everybody.customer)
    address = path(everybody.customer)
    before = as_(everybody.rival.desk).reads(address)
    as_(home.desk).puts(address, {"notes": "Ours alone", "last_name": "Raghavan"})
    theirs = as_(everybody.rival.desk).reads(address)
    assert (theirs["notes"], theirs["last_name"]) == ("", "Raghavan")
    assert theirs["version"] > before["version"]
    told = Event.objects.filter(name="centers.CustomerChanged", stream=f"center:{everybody.rival.center.id}")
    assert "Ours alone" not in str(told.latest("number").data)


def test_what_customers_change_themselves_is_on_the_card_and_told(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    as_(everybody.customer).puts("/api/users/profile", {"phone": "+919800000077"})
    assert as_(home.desk).reads(path(everybody.customer))["phone"] == "+919800000077"
    event = Event.objects.filter(name="centers.CustomerChanged").latest("number")
    assert event.data["customer"]["phone"] == "+919800000077"


def test_visits_are_counted(as_: As, everybody: Cast, home: House, booked: Appointment) -> None:
    appointment(home, everybody.customer)
    Appointment.objects.filter(pk=booked.id).update(status="no_show")
    visits = as_(home.desk).reads(path(everybody.customer))["visits"]
    assert visits == {"to_come": 1, "past": 0, "no_shows": 1}


def test_the_desk_adds_and_corrects_vehicles(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    desk = as_(home.desk)
    center = {"center_id": str(home.center.id)}
    made = desk.does(path(everybody.customer, "/vehicles"), CAR | center, status=201)
    vehicle = f"/api/staff/vehicles/{made['id']}"
    changed = desk.puts(vehicle, {"mileage": 1200, "version": made["version"]})
    assert changed["mileage"] == 1200
    desk.refused(
        vehicle, {"mileage": 1300, "version": made["version"]}, status=409, code="stale_version", method="PUT"
    )
    desk.refused(vehicle, {"mileage": 100}, status=400, code="mileage_went_back", method="PUT")
    as_(everybody.rival.desk).refused(vehicle, status=404, code="not_found", method="GET")


def test_nobody_gives_a_vehicle_to_another_centres_customer(as_: As, everybody: Cast, home: House) -> None:
    rival = appointment(everybody.rival, everybody.stranger).customer
    assert rival is not None
    for center in (home.center, everybody.rival.center):
        body = CAR | {"center_id": str(center.id)}
        as_(home.desk).refused(path(rival, "/vehicles"), body, status=404, code="not_found")
    assert not Vehicle.objects.filter(license_plate=CAR["license_plate"]).exists()


@pytest.mark.parametrize(
    "text",
    [
        "nguyen",
        "Nguyễn Đức",
        "duc ngu",
        "0%2098411%2022334",
        "%2B91-98411-22334",
        "2233",
        "kavya.duc@exam",
        "tn22cc4321",
        "tn%2022%20cc%204321",
        "4321",
        "nguyen%204321",
        "duc%20tn%2022%20cc",
    ],
)
def test_a_customer_is_found_by_whatever_the_caller_says(as_: As, home: House, text: str) -> None:
    desk = as_(home.desk)
    named = {"first_name": "Đức", "last_name": "Nguyễn", "email": "kavya.duc@example.com"}
    desk.does(CUSTOMERS, newcomer(home, vehicle=CAR, **named), status=201)
    customer_of(home, "Asha")
    assert found(desk, text) == ["Đức Nguyễn"]


@pytest.mark.parametrize(
    "text", ["example", "%40example.com", "kavya.asha%40example", "duc%20TN%2023%20CC%204321"]
)
def test_what_does_not_fit_them_finds_nobody(as_: As, home: House, text: str) -> None:
    named = {"first_name": "Đức", "last_name": "Nguyễn", "email": "kavya.duc@example.com"}
    as_(home.desk).does(CUSTOMERS, newcomer(home, vehicle=CAR, **named), status=201)
    assert found(as_(home.desk), text) == []


@pytest.mark.parametrize("text", ["'", "%26%7C!", "%5C", ":*", "a'%20%7C%20'b", "(((", "%E2%80%A6"])
def test_signs_find_nobody_and_break_nothing(as_: As, home: House, booked: Appointment, text: str) -> None:
    assert found(as_(home.desk), text) == []


def customer_of(house: House, name: str) -> User:
    """Make a customer who has been at a centre."""
    made = customer(house, name)
    centers.note_patronage(person_id=made.id, center_id=house.center.id)
    return made


def test_a_file_is_the_desks_alone(as_: As, everybody: Cast, home: House, booked: Appointment) -> None:
    address = path(everybody.customer, "/file")
    assert as_(home.desk).reads(address)["appointments"][0]["id"] == str(booked.id)
    as_(everybody.rival.desk).refused(address, status=404, code="not_found", method="GET")
    as_(home.tech).refused(address, status=403, code="insufficient_permissions", method="GET")


def test_a_booking_of_somebody_new_finds_who_is_known(as_: As, home: House) -> None:
    desk = as_(home.desk)
    desk.does(CUSTOMERS, newcomer(home), status=201)
    body = {
        "center_id": str(home.center.id),
        "services": [{"service_id": str(home.service.id)}],
        "customer": {"first_name": "Kavya", "phone": "9841122334"},
        "vehicle": CAR,
    }
    problem = desk.refused("/api/staff/appointments", body, status=409, code="customer_known")
    assert list(problem["fields"]) == ["customer.phone"]


def test_a_card_outlives_a_technician_who_left(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    desk, address = as_(home.desk), path(everybody.customer)
    desk.puts(address, {"preferred_technician_id": str(home.other_tech.id)})
    role = home.other_tech.memberships.get(role="technician")
    centers.end_membership(actor=actor(home.admin), membership_id=role.id)
    shown = desk.reads(address)
    assert desk.puts(address, shown | {"notes": "New"})["notes"] == "New"
    assert Patronage.objects.get(person=everybody.customer).preferred_technician_id == home.other_tech.id
