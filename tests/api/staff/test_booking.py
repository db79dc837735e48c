"""POST /api/staff/appointments: booking at the desk."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.api.answering import body_of
from tests.api.conftest import As
from tests.cast import Cast, House, at_midday, at_noon, customer, service
from workshop.accounts.models import User
from workshop.centers.models import OpeningHours, Patronage
from workshop.kernel.clock import now
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.vehicles.models import Vehicle, VehicleAtCenter

APPOINTMENTS = "/api/staff/appointments"
NEW_CUSTOMER = {"first_name": "Asha", "last_name": "Pillai", "phone": "+919800000077"}
NEW_VEHICLE = {"kind": "ev", "license_plate": "tn 10 q 4321", "make": "Tata", "model": "Tiago EV"}


@pytest.fixture
def walk_in(home: House) -> dict[str, Any]:
    """Return a booking for now, of somebody new with a new vehicle."""
    return {
        "center_id": str(at_midday(home).center.id),
        "customer": NEW_CUSTOMER,
        "vehicle": NEW_VEHICLE,
        "services": [{"service_id": str(home.service.id)}],
    }


@pytest.fixture
def call(everybody: Cast, home: House) -> dict[str, Any]:
    """Return a booking for tomorrow, of a customer of the centre with their vehicle."""
    owner = everybody.customer
    Patronage.objects.create(person=owner, center=home.center)
    return {
        "center_id": str(home.center.id),
        "customer_id": str(owner.id),
        "vehicle_id": str(Vehicle.objects.get(ownerships__person=owner).id),
        "services": [{"service_id": str(home.service.id), "quantity": 2}],
        "scheduled_start": at_noon(home.center).isoformat(),
        "notes": "Wants to wait",
    }


def test_somebody_new_is_booked_in_one_go(as_: As, home: House, walk_in: dict[str, Any]) -> None:
    booked = body_of(as_(home.desk).post(APPOINTMENTS, walk_in), 201)["appointment"]
    assert booked["customer"]["name"] == "Asha Pillai"
    assert booked["vehicle"]["plate"] == "TN 10 Q 4321"
    assert booked["status"] == "confirmed"
    person = User.objects.get(pk=booked["customer"]["id"])
    assert (person.email, person.has_usable_password()) == (None, False)
    assert Patronage.objects.filter(person=person, center=home.center).exists()
    assert VehicleAtCenter.objects.filter(center=home.center, vehicle_id=booked["vehicle"]["id"]).exists()


def test_a_customer_of_the_centre_is_booked_for_later(as_: As, home: House, call: dict[str, Any]) -> None:
    booked = body_of(as_(home.desk).post(APPOINTMENTS, call), 201)["appointment"]
    assert booked["total_amount"] == {"amount": "2998.00", "currency": "INR"}
    assert booked["scheduled_start"].startswith(at_noon(home.center).isoformat()[:10])
    assert booked["notes"] == "Wants to wait"
    assert ResourceBooking.objects.filter(state="active").count() == 2


def test_a_known_customer_may_come_with_a_new_vehicle(as_: As, home: House, call: dict[str, Any]) -> None:
    call.pop("vehicle_id")
    booked = body_of(as_(home.desk).post(APPOINTMENTS, call | {"vehicle": NEW_VEHICLE}), 201)
    assert booked["appointment"]["vehicle"]["plate"] == "TN 10 Q 4321"
    assert Vehicle.objects.filter(ownerships__person_id=call["customer_id"]).count() == 2


def test_a_named_bay_and_technician_are_taken(as_: As, home: House, call: dict[str, Any]) -> None:
    named = {"bay_id": str(home.bays[2].id), "technician_id": str(home.other_tech.id)}
    booked = body_of(as_(home.desk).post(APPOINTMENTS, call | named), 201)["appointment"]
    assert booked["bay"]["name"] == "3"
    assert booked["technician"]["id"] == str(home.other_tech.id)


def test_the_same_key_books_once(as_: As, home: House, walk_in: dict[str, Any]) -> None:
    desk = as_(home.desk)
    first = desk.post(APPOINTMENTS, walk_in, Idempotency_Key="walk-in-1")
    again = desk.post(APPOINTMENTS, walk_in, Idempotency_Key="walk-in-1")
    assert body_of(first, 201) == body_of(again, 201)
    assert Appointment.objects.count() == 1


def test_a_taken_time_answers_with_the_next_free_ones(as_: As, home: House, call: dict[str, Any]) -> None:
    desk = as_(home.desk)
    named = call | {"technician_id": str(home.tech.id)}
    body_of(desk.post(APPOINTMENTS, named), 201)
    other = customer(home, "Asha")
    Patronage.objects.create(person=other, center=home.center)
    theirs = {
        "customer_id": str(other.id),
        "vehicle_id": str(Vehicle.objects.get(ownerships__person=other).id),
    }
    problem = desk.refused(APPOINTMENTS, named | theirs, status=409, code="slot_taken")
    assert len(problem["next_free"]) == 3
    free = named | theirs | {"scheduled_start": problem["next_free"][0]}
    body_of(desk.post(APPOINTMENTS, free), 201)


def test_who_comes_without_a_time_is_not_told_that_it_was_taken(
    as_: As, home: House, walk_in: dict[str, Any]
) -> None:
    desk = as_(home.desk)
    named = walk_in | {"technician_id": str(home.tech.id)}
    body_of(desk.post(APPOINTMENTS, named), 201)
    second = named | {
        "customer": NEW_CUSTOMER | {"phone": "+919840011223", "email": ""},
        "vehicle": NEW_VEHICLE | {"license_plate": "TN 10 ZZ 1000"},
    }
    problem = desk.refused(APPOINTMENTS, second, status=409, code="slot_taken")
    assert problem["detail"] == "No bay with its technician is free right now."
    assert problem["next_free"]


def test_a_vehicle_is_at_one_visit_at_a_time(as_: As, home: House, call: dict[str, Any]) -> None:
    desk = as_(home.desk)
    body_of(desk.post(APPOINTMENTS, call), 201)
    desk.refused(APPOINTMENTS, call, status=409, code="vehicle_busy")


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"scheduled_start": (now() - timedelta(hours=1)).isoformat()}, "start_in_past", "scheduled_start"),
        ({"scheduled_start": "noon"}, "validation_failed", "scheduled_start"),
        ({"scheduled_start": "9999-12-31T23:59:59Z"}, "validation_failed", "scheduled_start"),
        ({"scheduled_start": "0001-01-01T00:00:00+14:00"}, "validation_failed", "scheduled_start"),
        ({"services": []}, "validation_failed", "services"),
        ({"services": "all"}, "validation_failed", "services"),
        ({"services": [{"service_id": str(uuid4())}]}, "unknown_service", "services"),
        ({"center_id": "here"}, "validation_failed", "center_id"),
        ({"notes": {"a": "b"}}, "validation_failed", "notes"),
        ({"notes": "x" * 2001}, "validation_failed", "notes"),
        ({"bay_id": str(uuid4())}, "bay_does_not_fit", "bay_id"),
        ({"technician_id": str(uuid4())}, "technician_does_not_fit", "technician_id"),
        ({"discount": 10}, "validation_failed", "discount"),
        ({"customer": NEW_CUSTOMER}, "validation_failed", "customer"),
        ({"vehicle": NEW_VEHICLE}, "validation_failed", "vehicle"),
    ],
)
def test_what_is_wrong_names_the_field(
    as_: As, home: House, call: dict[str, Any], change: dict[str, Any], code: str, field: str
) -> None:
    problem = as_(home.desk).refused(APPOINTMENTS, call | change, status=400, code=code)
    assert list(problem["fields"]) == [field]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"quantity": 0}, "services.0.quantity"),
        ({"quantity": "many"}, "services.0.quantity"),
        ({"service": "x"}, "services.0.service"),
        ({"service_id": "5"}, "services.0.service_id"),
    ],
)
def test_what_is_wrong_in_a_line_names_the_line(
    as_: As, home: House, call: dict[str, Any], line: dict[str, Any], field: str
) -> None:
    lines = [{"service_id": str(home.service.id)} | line]
    problem = as_(home.desk).refused(
        APPOINTMENTS, call | {"services": lines}, status=400, code="validation_failed"
    )
    assert list(problem["fields"]) == [field]


@pytest.mark.parametrize(
    ("customer_change", "vehicle_change", "status", "code", "field"),
    [
        ({"phone": ""}, {}, 400, "validation_failed", "customer.phone"),
        ({"phone": "none"}, {}, 400, "validation_failed", "customer.phone"),
        ({"email": "asha"}, {}, 400, "validation_failed", "customer.email"),
        ({"role": "admin"}, {}, 400, "validation_failed", "customer.role"),
        ({}, {"kind": "tractor"}, 400, "validation_failed", "vehicle.kind"),
        ({}, {"license_plate": ""}, 400, "invalid", "vehicle.license_plate"),
        ({}, {"vin": "1HGCM82633I004352"}, 400, "vin_invalid", "vehicle.vin"),
        ({}, {"battery_capacity": -3}, 400, "validation_failed", "vehicle.battery_capacity"),
    ],
)
def test_somebody_new_is_described_rightly(
    as_: As,
    home: House,
    walk_in: dict[str, Any],
    customer_change: dict[str, Any],
    vehicle_change: dict[str, Any],
    status: int,
    code: str,
    field: str,
) -> None:
    walk_in["customer"] = NEW_CUSTOMER | customer_change
    walk_in["vehicle"] = NEW_VEHICLE | vehicle_change
    problem = as_(home.desk).refused(APPOINTMENTS, walk_in, status=status, code=code)
    assert list(problem["fields"]) == [field]


def test_an_email_with_an_account_is_not_taken_over(
    as_: As, everybody: Cast, home: House, walk_in: dict[str, Any]
) -> None:
    walk_in["customer"] = NEW_CUSTOMER | {"email": everybody.stranger.email}
    as_(home.desk).refused(APPOINTMENTS, walk_in, status=409, code="email_taken")


def test_a_plate_that_is_registered_tells_nothing_of_whose_it_is(
    as_: As, everybody: Cast, home: House, walk_in: dict[str, Any]
) -> None:
    theirs = Vehicle.objects.get(ownerships__person=everybody.stranger)
    walk_in["vehicle"] = NEW_VEHICLE | {"license_plate": theirs.license_plate}
    problem = as_(home.desk).refused(APPOINTMENTS, walk_in, status=409, code="vehicle_known")
    assert "Ravi" not in str(problem)
    assert problem["next"].startswith("Search the customers")


@pytest.mark.parametrize(
    ("plate", "said"), [("", "Enter the number plate"), ("!!!###", "A number plate has")]
)
def test_a_vehicle_without_a_plate_is_told_what_is_missing(
    as_: As, home: House, walk_in: dict[str, Any], plate: str, said: str
) -> None:
    walk_in["vehicle"] = NEW_VEHICLE | {"license_plate": plate}
    problem = as_(home.desk).refused(APPOINTMENTS, walk_in, status=400, code="invalid")
    assert problem["fields"]["vehicle.license_plate"][0].startswith(said)


def test_a_visit_outside_opening_hours_is_refused(as_: As, home: House, call: dict[str, Any]) -> None:
    OpeningHours.objects.filter(center=home.center).update(closes="11:00")
    problem = as_(home.desk).refused(APPOINTMENTS, call, status=400, code="outside_opening_hours")
    assert list(problem["fields"]) == ["scheduled_start"]


def test_bays_technicians_and_services_of_another_centre_do_not_fit(
    as_: As, everybody: Cast, home: House, call: dict[str, Any]
) -> None:
    rival = everybody.rival
    for change, code in (
        ({"bay_id": str(rival.bays[0].id)}, "bay_does_not_fit"),
        ({"technician_id": str(rival.tech.id)}, "technician_does_not_fit"),
        ({"services": [{"service_id": str(rival.service.id)}]}, "unknown_service"),
    ):
        as_(home.desk).refused(APPOINTMENTS, call | change, status=400, code=code)


def test_a_service_that_nobody_here_can_do_is_refused(as_: As, home: House, call: dict[str, Any]) -> None:
    rare = service(home.center, "Cell replacement", skills=["ev_battery"])
    as_(home.desk).refused(
        APPOINTMENTS,
        call | {"services": [{"service_id": str(rare.id)}]},
        status=409,
        code="no_technician_fits",
    )


def test_customers_of_other_centres_are_not_there(
    as_: As, everybody: Cast, home: House, call: dict[str, Any]
) -> None:
    stranger = everybody.stranger
    theirs = {
        "customer_id": str(stranger.id),
        "vehicle_id": str(Vehicle.objects.get(ownerships__person=stranger).id),
    }
    as_(home.desk).refused(APPOINTMENTS, call | theirs, status=404, code="customer_not_found")
    mixed = {"vehicle_id": theirs["vehicle_id"]}
    as_(home.desk).refused(APPOINTMENTS, call | mixed, status=404, code="vehicle_not_found")


def test_another_centres_desk_books_nothing_here(
    as_: As, everybody: Cast, call: dict[str, Any], walk_in: dict[str, Any]
) -> None:
    for body in (call, walk_in):
        as_(everybody.rival.desk).refused(APPOINTMENTS, body, status=404, code="not_found")


def test_technicians_book_nothing(as_: As, home: House, call: dict[str, Any]) -> None:
    as_(home.tech).refused(APPOINTMENTS, call, status=403, code="insufficient_permissions")
