"""Only approved and active centres are found, and nobody books at another one."""

import json

import pytest

from api.schema import described
from tests.cast import Cast, at_noon, cast, vehicle_of
from tests.door import Door
from workshop.centers.models import ServiceCenter

pytestmark = pytest.mark.django_db

CLOSED = [{"status": "applied"}, {"status": "rejected"}, {"is_active": False}]
SEARCHES = (
    "",
    "?city=Chennai",
    "?postcode=600040",
    "?postcode=643001",
    "?near=13.08,80.21",
    "?near=13.08,80.21&within=100",
    "?q=Anna",
    "?service=brake",
    "?category=brakes",
)


@pytest.fixture
def everybody() -> Cast:
    return cast()


def public_answers(door: Door, center: ServiceCenter) -> str:
    """Return everything that the public routes say of centres, in one text."""
    lists = [
        path
        for path, methods in described()["paths"].items()
        if path.startswith("/api/public/") and "get" in methods
    ]
    said = []
    for path in lists:
        address = path.replace("{id}", str(center.id))
        for search in SEARCHES if address == "/api/public/service-centers" else ("",):
            said.append(json.dumps(door.get(address + search).json()))  # type: ignore[attr-defined]
    return " ".join(said)


@pytest.mark.parametrize("change", CLOSED)
@pytest.mark.parametrize("who", ["visitor", "customer"])
def test_a_centre_that_is_not_open_is_nowhere(everybody: Cast, change: dict[str, object], who: str) -> None:
    center = everybody.home.center
    profile = everybody.customer.customer_profile
    profile.preferred_service_center = center
    profile.save()
    door = Door(everybody.customer if who == "customer" else None)
    assert str(center.id) in public_answers(door, center), "while it is open it is there to be found"
    ServiceCenter.objects.filter(pk=center.id).update(**change)
    said = public_answers(door, center)
    assert str(center.id) not in said
    assert "Anna Nagar" not in said


@pytest.mark.parametrize("change", [*CLOSED, {}])
def test_it_cannot_be_booked(everybody: Cast, change: dict[str, object]) -> None:
    """An empty change is the twin: the same request books while the centre is open."""
    home, customer = everybody.home, everybody.customer
    wanted = {
        "center_id": str(home.center.id),
        "vehicle_id": str(vehicle_of(customer).id),
        "services": [{"service_id": str(home.service.id)}],
        "scheduled_start": at_noon(home.center, days=3).isoformat(),
    }
    ServiceCenter.objects.filter(pk=home.center.id).update(code="ANN", **change)
    answer = Door(customer).post("/api/customers/appointments", wanted)
    assert answer.status_code == (404 if change else 201), answer.content
