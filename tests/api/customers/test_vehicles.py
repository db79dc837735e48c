"""/api/customers/vehicles."""

from typing import Any

import pytest

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, appointment, vehicle_of
from workshop.vehicles.models import Vehicle, VehicleOwnership

VEHICLES = "/api/customers/vehicles"
NEW = {"kind": "ev", "license_plate": "tn 10 q 4321", "make": "Tata", "model": "Tiago EV", "year": 2024}


@pytest.fixture
def own(everybody: Cast) -> Vehicle:
    return Vehicle.objects.get(ownerships__person=everybody.customer)


def plates(caller: Caller, query: str = "") -> list[str]:
    return [row["license_plate"] for row in caller.reads(f"{VEHICLES}?{query}")["results"]]


def test_a_vehicle_is_added_with_its_plate_in_form(as_: As, everybody: Cast) -> None:
    more = {"battery_capacity": "24.00", "max_charging_power": "25", "mileage": 120}
    added = body_of(as_(everybody.customer).post(VEHICLES, NEW | more), 201)
    assert added["license_plate"] == "TN 10 Q 4321"
    assert (added["battery_capacity"], added["mileage"], added["version"]) == ("24.00", 120, 1)
    assert VehicleOwnership.objects.get(vehicle_id=added["id"]).person_id == everybody.customer.id


def test_equipment_has_a_serial_number_instead(as_: As, everybody: Cast) -> None:
    customer = as_(everybody.customer)
    lift = {"kind": "equipment", "make": "Bosch", "model": "Scissor lift"}
    problem = customer.refused(VEHICLES, lift, status=400, code="invalid")
    assert list(problem["fields"]) == ["serial_number"]
    assert body_of(customer.post(VEHICLES, lift | {"serial_number": "S-9"}), 201)["serial_number"] == "S-9"


def test_only_ones_own_are_listed_and_found(as_: As, everybody: Cast, own: Vehicle) -> None:
    customer = as_(everybody.customer)
    second = vehicle_of(everybody.customer)
    assert plates(customer) == [second.license_plate, own.license_plate]
    assert plates(customer, f"q={second.license_plate.replace(' ', '')}") == [second.license_plate]
    assert plates(customer, "q=nexon&kind=ev") == [second.license_plate, own.license_plate]
    assert plates(customer, "kind=truck") == []
    assert plates(customer, "limit=1") == [second.license_plate]


def test_what_is_given_changes_and_the_rest_stays(as_: As, everybody: Cast, own: Vehicle) -> None:
    customer = as_(everybody.customer)
    shown = customer.reads(f"{VEHICLES}/{own.id}")
    changed = customer.puts(f"{VEHICLES}/{own.id}", shown | {"mileage": 43000})
    assert changed == shown | {
        "mileage": 43000,
        "version": 2,
        "updated_at": changed["updated_at"],
    }


def test_an_old_version_is_told_the_present_state(as_: As, everybody: Cast, own: Vehicle) -> None:
    customer = as_(everybody.customer)
    customer.puts(f"{VEHICLES}/{own.id}", {"mileage": 43000, "version": 1})
    problem = customer.refused(
        f"{VEHICLES}/{own.id}",
        {"mileage": 44000, "version": 1},
        status=409,
        code="stale_version",
        method="PUT",
    )
    assert problem["current"]["vehicle"]["mileage"] == 43000


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"kind": "boat"}, "validation_failed", "kind"),
        ({"make": ""}, "validation_failed", "make"),
        ({"model": ["Tiago"]}, "validation_failed", "model"),
        ({"year": 1800}, "validation_failed", "year"),
        ({"year": "new"}, "validation_failed", "year"),
        ({"battery_capacity": "large"}, "validation_failed", "battery_capacity"),
        ({"battery_capacity": "12345.6"}, "validation_failed", "battery_capacity"),
        ({"state_of_health": 101}, "validation_failed", "state_of_health"),
        ({"purchase_date": "32.12.2024"}, "validation_failed", "purchase_date"),
        ({"mileage": -1}, "validation_failed", "mileage"),
        ({"mileage": 10**12}, "validation_failed", "mileage"),
        ({"license_plate": ""}, "invalid", "license_plate"),
        ({"license_plate": "--"}, "invalid", "license_plate"),
        ({"vin": "MAT6270"}, "vin_invalid", "vin"),
        ({"owner_id": "me"}, "validation_failed", "owner_id"),
        ({"id": "01a1fb9d-da46-7a4f-a793-e34fc91c476f"}, "validation_failed", "id"),
    ],
)
def test_what_is_wrong_with_a_new_one_names_the_field(
    as_: As, everybody: Cast, change: dict[str, Any], code: str, field: str
) -> None:
    problem = as_(everybody.customer).refused(VEHICLES, NEW | change, status=400, code=code)
    assert list(problem["fields"]) == [field]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"mileage": 41000}, "mileage_went_back", "mileage"),
        ({"license_plate": "", "vin": ""}, "invalid", "license_plate"),
        ({"created_at": "2020-01-01T00:00:00Z"}, "validation_failed", "created_at"),
        ({"kind": None}, "validation_failed", "kind"),
        ({"wheels": 5}, "validation_failed", "wheels"),
    ],
)
def test_what_is_wrong_with_a_change_names_the_field(
    as_: As, everybody: Cast, own: Vehicle, change: dict[str, Any], code: str, field: str
) -> None:
    problem = as_(everybody.customer).refused(
        f"{VEHICLES}/{own.id}", change, status=400, code=code, method="PUT"
    )
    assert list(problem["fields"]) == [field]


def test_a_plate_in_use_is_refused_without_telling_whose_it_is(
    as_: As, everybody: Cast, own: Vehicle
) -> None:
    body = NEW | {"license_plate": own.license_plate}
    problem = as_(everybody.stranger).refused(VEHICLES, body, status=409, code="vehicle_known")
    assert "Meena" not in str(problem)
    assert problem["next"].startswith("If it is yours now")


def test_a_vehicle_is_archived_with_its_history(as_: As, everybody: Cast, home: House, own: Vehicle) -> None:
    appointment(home, everybody.customer)
    customer = as_(everybody.customer)
    body_of(customer.delete(f"{VEHICLES}/{own.id}"), 204)
    assert plates(customer) == []
    assert Vehicle.objects.get(pk=own.id).archived_at is not None
    customer.refused(f"{VEHICLES}/{own.id}", status=404, code="not_found", method="GET")


def test_another_customers_vehicle_is_not_there(as_: As, everybody: Cast, home: House, own: Vehicle) -> None:
    for user in (everybody.stranger, home.desk, home.tech):
        caller = as_(user)
        for method, body in (("GET", None), ("PUT", {"mileage": 50000}), ("DELETE", None)):
            caller.refused(f"{VEHICLES}/{own.id}", body, status=404, code="not_found", method=method)


def test_a_visitor_is_asked_to_sign_in(as_: As) -> None:
    as_(None).refused(VEHICLES, status=401, code="not_signed_in", method="GET")
