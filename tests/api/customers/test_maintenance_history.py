"""GET /api/customers/maintenance-history."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.api.working import make_ready
from tests.cast import Cast, House, actor, vehicle_of
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.vehicles.models import MaintenanceRecord, Vehicle, VehicleOwnership

HISTORY = "/api/customers/maintenance-history"


@pytest.fixture
def own(everybody: Cast) -> Vehicle:
    return Vehicle.objects.get(ownerships__person=everybody.customer)


def record(home: House, vehicle: Vehicle, day: int, **more: str) -> MaintenanceRecord:
    return MaintenanceRecord.objects.create(
        vehicle=vehicle,
        center=home.center,
        service_date=date(2026, 1, 1) + timedelta(days=day),
        mileage_at_service=40_000 + day,
        service_type=more.get("service_type", "Brake fluid"),
        description=more.get("description", "Old fluid drained"),
        cost=Decimal("1499.00"),
        currency="INR",
    )


def mileages(caller: Caller, query: str = "") -> list[int]:
    return [row["mileage_at_service"] for row in caller.reads(f"{HISTORY}?{query}")["results"]]


def test_a_handed_over_visit_is_in_it(as_: As, everybody: Cast, home: House, card: Sheet) -> None:
    make_ready(home, card)
    jobs.hand_over(actor=actor(home.desk), job_id=card.job.id, mileage_out=41512, override_reason="x")
    (row,) = as_(everybody.customer).reads(HISTORY)["results"]
    assert row["center"]["name"] == "Anna Nagar"
    assert row["appointment_id"] == str(card.job.appointment_id)
    assert (row["mileage_at_service"], row["cost"]["amount"]) == (41512, "1499.00")


def test_it_is_found_by_vehicle_day_and_words(as_: As, everybody: Cast, home: House, own: Vehicle) -> None:
    second = vehicle_of(everybody.customer)
    record(home, own, 1)
    record(home, own, 2, service_type="Tyres")
    record(home, second, 3, description="Cabin filter replaced")
    customer = as_(everybody.customer)
    assert mileages(customer) == [40003, 40002, 40001]
    assert mileages(customer, f"vehicle={own.id}") == [40002, 40001]
    assert mileages(customer, "q=tyre") == [40002]
    assert mileages(customer, "q=filter") == [40003]
    assert mileages(customer, "from=2026-01-03&to=2026-01-03") == [40002]


def test_pages_hold_every_record_once(as_: As, everybody: Cast, home: House, own: Vehicle) -> None:
    for day in (1, 2, 2, 3, 4):
        record(home, own, day)
    customer, seen, cursor = as_(everybody.customer), [], ""
    while cursor is not None:
        page = customer.reads(f"{HISTORY}?vehicle={own.id}&limit=2&cursor={cursor}")
        seen += [row["mileage_at_service"] for row in page["results"]]
        cursor = page["next"]
    assert seen == [40004, 40003, 40002, 40002, 40001]


def test_a_new_owner_reads_the_work_and_the_old_one_does_not(
    as_: As, everybody: Cast, home: House, own: Vehicle
) -> None:
    record(home, own, 1)
    VehicleOwnership.objects.filter(vehicle=own).update(to_date=date(2026, 2, 1))
    VehicleOwnership.objects.create(vehicle=own, person=everybody.stranger, from_date=date(2026, 2, 1))
    assert mileages(as_(everybody.customer)) == []
    assert mileages(as_(everybody.stranger)) == [40001]


def test_nobody_else_reads_it(as_: As, everybody: Cast, home: House, own: Vehicle) -> None:
    record(home, own, 1)
    for user in (everybody.stranger, home.desk, home.admin):
        assert mileages(as_(user), f"vehicle={own.id}") == []
    as_(None).refused(HISTORY, status=401, code="not_signed_in", method="GET")


def test_a_filter_that_makes_no_sense_names_the_field(as_: As, everybody: Cast) -> None:
    for query in ("vehicle=mine", "from=soon", "to=32.1.2026"):
        problem = as_(everybody.customer).refused(
            f"{HISTORY}?{query}", status=400, code="validation_failed", method="GET"
        )
        assert list(problem["fields"]) == [query.partition("=")[0]]
