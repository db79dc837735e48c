"""GET /api/admin/appointments."""

from datetime import timedelta

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House, appointment
from workshop.centers.models import ServiceCenter
from workshop.scheduling.models import Appointment

APPOINTMENTS = "/api/admin/appointments"


@pytest.fixture
def visits(everybody: Cast) -> tuple[Appointment, Appointment]:
    """Return a visit at each centre."""
    return (
        appointment(everybody.home, everybody.customer),
        appointment(everybody.rival, everybody.stranger),
    )


def numbers(caller: Caller, query: str = "") -> list[str]:
    return [row["number"] for row in caller.reads(f"{APPOINTMENTS}?{query}")["results"]]


def test_one_reads_those_of_the_centres_one_administers(
    as_: As, everybody: Cast, home: House, visits: tuple[Appointment, Appointment]
) -> None:
    ours, theirs = visits
    assert numbers(as_(home.admin)) == [ours.number]
    assert numbers(as_(home.admin), f"center={everybody.rival.center.id}") == []
    assert numbers(as_(everybody.network)) == [theirs.number, ours.number]


def test_the_network_finds_them_by_city_centre_state_status_and_time(
    as_: As, everybody: Cast, home: House, visits: tuple[Appointment, Appointment]
) -> None:
    ours, theirs = visits
    ServiceCenter.objects.filter(pk=home.center.id).update(city="Madurai", status="rejected")
    network = as_(everybody.network)
    assert numbers(network, "city=madurai") == [ours.number]
    assert numbers(network, "center_status=approved") == [theirs.number]
    assert numbers(network, f"center={home.center.id}&status=confirmed") == [ours.number]
    assert numbers(network, "status=completed") == []
    between = (ours.scheduled_start + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert numbers(network, f"to={between}") == [ours.number]
    assert numbers(network, f"from={between}") == [theirs.number]


def test_a_filter_that_makes_no_sense_names_the_field(as_: As, home: House) -> None:
    for query in ("center_status=open", "status=lost", "to=soon", "center=1"):
        problem = as_(home.admin).refused(
            f"{APPOINTMENTS}?{query}", status=400, code="validation_failed", method="GET"
        )
        assert list(problem["fields"]) == [query.partition("=")[0]]


def test_nobody_else_reads_them(as_: As, everybody: Cast, home: House) -> None:
    for user in (home.desk, home.lead, everybody.customer):
        as_(user).refused(APPOINTMENTS, status=403, code="insufficient_permissions", method="GET")
