"""/api/customers/appointments."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.api.answering import body_of
from tests.api.conftest import As
from tests.api.working import verbs
from tests.cast import Cast, House, appointment, at_noon
from workshop.centers.models import OpeningHours, Patronage, ServiceCenter
from workshop.jobs.sheet import Sheet
from workshop.kernel.clock import now
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.vehicles.models import Vehicle

APPOINTMENTS = "/api/customers/appointments"


@pytest.fixture
def wish(everybody: Cast, home: House) -> dict[str, Any]:
    """Return a booking for tomorrow noon."""
    return {
        "center_id": str(home.center.id),
        "vehicle_id": str(Vehicle.objects.get(ownerships__person=everybody.customer).id),
        "services": [{"service_id": str(home.service.id)}],
        "scheduled_start": at_noon(home.center).isoformat(),
        "notes": "Brake pedal is soft",
    }


@pytest.fixture
def booked(everybody: Cast, home: House) -> Appointment:
    return appointment(home, everybody.customer)


def path(visit: Appointment) -> str:
    return f"{APPOINTMENTS}/{visit.id}"


def test_a_visit_is_confirmed_at_once(as_: As, everybody: Cast, home: House, wish: dict[str, Any]) -> None:
    visit = body_of(as_(everybody.customer).post(APPOINTMENTS, wish), 201)["appointment"]
    assert (visit["status"], visit["outside_status"]) == ("confirmed", "confirmed")
    assert visit["center"]["name"] == "Anna Nagar"
    assert verbs(visit) == ["reschedule", "cancel"]
    assert visit["technician"]["name"] in ("Tech", "Other", "Lead")
    assert Patronage.objects.filter(person=everybody.customer, center=home.center).exists()
    assert ResourceBooking.objects.filter(state="active").count() == 2


def test_the_same_key_books_once(as_: As, everybody: Cast, wish: dict[str, Any]) -> None:
    customer = as_(everybody.customer)
    first = customer.post(APPOINTMENTS, wish, Idempotency_Key="k-1")
    again = customer.post(APPOINTMENTS, wish, Idempotency_Key="k-1")
    assert body_of(first, 201) == body_of(again, 201)
    assert Appointment.objects.count() == 1
    other = customer.post(APPOINTMENTS, wish | {"notes": "Other"}, Idempotency_Key="k-1")
    assert body_of(other, 422)["code"] == "idempotency_key_reused"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"scheduled_start": (now() - timedelta(minutes=1)).isoformat()}, "start_in_past", "scheduled_start"),
        ({"scheduled_start": None}, "validation_failed", "scheduled_start"),
        ({"services": [{"service_id": str(uuid4())}]}, "unknown_service", "services"),
        ({"services": [{"service_id": str(uuid4())}] * 21}, "validation_failed", "services"),
        ({"vehicle_id": 4.5}, "validation_failed", "vehicle_id"),
        ({"customer_id": str(uuid4())}, "validation_failed", "customer_id"),
        ({"total_amount": "1.00"}, "validation_failed", "total_amount"),
    ],
)
def test_what_is_wrong_names_the_field(
    as_: As, everybody: Cast, wish: dict[str, Any], change: dict[str, Any], code: str, field: str
) -> None:
    problem = as_(everybody.customer).refused(APPOINTMENTS, wish | change, status=400, code=code)
    assert list(problem["fields"]) == [field]


def test_a_field_that_is_missing_is_named(as_: As, everybody: Cast, wish: dict[str, Any]) -> None:
    for field in ("center_id", "vehicle_id", "services", "scheduled_start"):
        less = {name: value for name, value in wish.items() if name != field}
        problem = as_(everybody.customer).refused(APPOINTMENTS, less, status=400, code="validation_failed")
        assert list(problem["fields"]) == [field]


def test_outside_opening_hours_nobody_books(
    as_: As, everybody: Cast, home: House, wish: dict[str, Any]
) -> None:
    OpeningHours.objects.filter(center=home.center).update(opens="14:00")
    as_(everybody.customer).refused(APPOINTMENTS, wish, status=400, code="outside_opening_hours")


def test_a_bay_or_technician_of_another_centre_is_refused(
    as_: As, everybody: Cast, wish: dict[str, Any]
) -> None:
    rival = everybody.rival
    for change, code in (
        ({"bay_id": str(rival.bays[0].id)}, "bay_does_not_fit"),
        ({"technician_id": str(rival.tech.id)}, "technician_does_not_fit"),
    ):
        as_(everybody.customer).refused(APPOINTMENTS, wish | change, status=400, code=code)


def test_nobody_books_with_the_vehicle_of_another(
    as_: As, everybody: Cast, home: House, wish: dict[str, Any]
) -> None:
    for user in (everybody.stranger, home.desk, everybody.rival.desk):
        as_(user).refused(APPOINTMENTS, wish, status=404, code="vehicle_not_found")


def test_a_centre_that_is_not_open_to_all_is_not_there(
    as_: As, everybody: Cast, home: House, wish: dict[str, Any]
) -> None:
    ServiceCenter.objects.filter(pk=home.center.id).update(is_active=False)
    as_(everybody.customer).refused(APPOINTMENTS, wish, status=404, code="not_found")


def test_changing_the_time_is_offered_as_long_as_it_is_free(
    as_: As, everybody: Cast, booked: Appointment
) -> None:
    (offer,) = (
        one
        for one in as_(everybody.customer).reads(path(booked))["appointment"]["allowed_actions"]
        if one["verb"] == "reschedule"
    )
    assert booked.change_until is not None
    assert datetime.fromisoformat(offer["until"]) == booked.change_until


def test_what_was_only_ever_held_is_no_visit_of_any_list(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    offered = Appointment.objects.get(pk=booked.pk)
    offered.pk, offered.number, offered.status = uuid4(), "", "expired"
    offered.save()
    shown = as_(everybody.customer).reads(APPOINTMENTS)["results"]
    assert [one["id"] for one in shown] == [str(booked.id)]
    for who, list_ in ((home.desk, "/api/staff/appointments"), (home.admin, "/api/admin/appointments")):
        assert str(offered.pk) not in [one["id"] for one in as_(who).reads(list_)["results"]]
    told = as_(home.desk).reads(f"/api/staff/customers/{everybody.customer.id}")
    assert str(offered.pk) not in str(told)


def test_only_ones_own_are_listed(as_: As, everybody: Cast, home: House, booked: Appointment) -> None:
    later = appointment(home, everybody.customer)
    customer = as_(everybody.customer)
    found = customer.reads(f"{APPOINTMENTS}?status=confirmed")["results"]
    assert [row["id"] for row in found] == [str(later.id), str(booked.id)]
    assert customer.reads(f"{APPOINTMENTS}?vehicle={uuid4()}")["results"] == []
    for user in (everybody.stranger, home.desk, home.tech):
        assert as_(user).reads(APPOINTMENTS)["results"] == []


def test_words_and_time_are_changed_before_it_begins(
    as_: As, everybody: Cast, home: House, booked: Appointment
) -> None:
    customer = as_(everybody.customer)
    shown = customer.reads(path(booked))["appointment"]
    start = at_noon(home.center, days=50)
    changed = customer.puts(
        path(booked), shown | {"notes": "Key in the box", "scheduled_start": start.isoformat()}
    )["appointment"]
    assert changed["notes"] == "Key in the box"
    assert Appointment.objects.get(pk=booked.id).scheduled_start == start


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"status": "cancelled"}, "status"),
        ({"technician_id": str(uuid4())}, "technician_id"),
        ({"payment_status": "paid"}, "payment_status"),
        ({"scheduled_end": "2030-01-01T00:00:00Z"}, "scheduled_end"),
        ({"notes": 2001 * "x"}, "notes"),
    ],
)
def test_customers_change_nothing_else(
    as_: As, everybody: Cast, booked: Appointment, change: dict[str, Any], field: str
) -> None:
    problem = as_(everybody.customer).refused(
        path(booked), change, status=400, code="validation_failed", method="PUT"
    )
    assert list(problem["fields"]) == [field]


def test_a_visit_under_way_is_neither_changed_nor_cancelled(
    as_: As, everybody: Cast, home: House, card: Sheet
) -> None:
    address = f"{APPOINTMENTS}/{card.job.appointment_id}"
    customer = as_(everybody.customer)
    customer.refused(address, {"notes": "x"}, status=409, code="appointment_begun", method="PUT")
    start = {"scheduled_start": at_noon(home.center, days=70).isoformat()}
    problem = customer.refused(address, start, status=409, code="illegal_transition", method="PUT")
    assert verbs(problem) == []
    customer.refused(address, status=409, code="illegal_transition", method="DELETE")


def test_an_old_version_is_refused(as_: As, everybody: Cast, booked: Appointment) -> None:
    customer = as_(everybody.customer)
    customer.puts(path(booked), {"notes": "First"})
    problem = customer.refused(
        path(booked), {"notes": "Second", "version": 1}, status=409, code="stale_version", method="PUT"
    )
    assert problem["current"]["appointment"]["notes"] == "First"


def test_cancelling_frees_the_bay_and_the_technician(as_: As, everybody: Cast, booked: Appointment) -> None:
    cancelled = body_of(as_(everybody.customer).delete(path(booked)), 200)["appointment"]
    assert (cancelled["status"], cancelled["allowed_actions"]) == ("cancelled", [])
    assert not ResourceBooking.objects.filter(state="active").exists()


def test_a_visit_that_should_have_begun_is_not_cancelled_here(
    as_: As, everybody: Cast, booked: Appointment
) -> None:
    Appointment.objects.filter(pk=booked.id).update(scheduled_start=now() - timedelta(minutes=1))
    as_(everybody.customer).refused(path(booked), status=409, code="already_started", method="DELETE")


def test_anothers_visit_is_not_there(as_: As, everybody: Cast, home: House, booked: Appointment) -> None:
    for user in (everybody.stranger, home.desk, home.tech, everybody.network):
        caller = as_(user)
        for method, body in (("GET", None), ("PUT", {"notes": "x"}), ("DELETE", None)):
            caller.refused(path(booked), body, status=404, code="not_found", method=method)
