"""A read costs as many statements for many rows as for one, and every list comes in pages with filters."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.schema import described
from tests.cast import Cast, House, actor, cast, customer, open_job, service, vehicle_of, waiting
from tests.door import Door
from workshop.accounts import services as accounts
from workshop.accounts.models import User
from workshop.centers.models import ServiceCenter
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.notifications.services import tell
from workshop.vehicles.models import MaintenanceRecord

pytestmark = pytest.mark.django_db

READERS = {
    "/api/users/notifications": "customer",
    "/api/customers/vehicles": "customer",
    "/api/customers/appointments": "customer",
    "/api/customers/maintenance-history": "customer",
    "/api/customers/waiting-list": "customer",
    "/api/staff/jobs": "desk",
    "/api/staff/waiting-list": "desk",
    "/api/staff/appointments": "desk",
    "/api/staff/services": "desk",
    "/api/staff/customers": "desk",
    "/api/staff/devices": "desk",
    "/api/staff/board": "desk",
    "/api/staff/floor": "desk",
    "/api/technicians/queue": "tech",
    "/api/admin/users": "admin",
    "/api/admin/service-centers": "network",
    "/api/admin/appointments": "admin",
    "/api/public/service-centers": "",
    "/api/users/applications": "applicant",
}


def lists() -> dict[str, dict[str, Any]]:
    """Return the description of every list by its address."""
    return {
        path: methods["get"]
        for path, methods in described()["paths"].items()
        if "get" in methods and "Paginated" in str(methods["get"]["responses"].get("200"))
    }


def more(everybody: Cast, house: House, number: int) -> None:
    """Give the house one more of everything that a list may hold."""
    owner = everybody.customer
    vehicle = vehicle_of(owner)
    open_job(house, owner)
    tell(event_id=Event.objects.filter(name="scheduling.AppointmentBooked").latest("number").id)
    open_job(house, customer(house, f"Guest{number}"))
    waiting(house, owner, vehicle)
    service(house.center, f"Service {number}")
    MaintenanceRecord.objects.create(
        vehicle=vehicle, center=house.center, service_date="2026-01-02", service_type="x", currency="INR"
    )
    screen, _ = accounts.request_pairing(actor=VISITOR)
    accounts.pair_device(actor=actor(house.desk), code=screen.code, center_id=house.center.id)
    ServiceCenter.objects.create(
        code=f"C{number}",
        name=f"Centre {number}",
        time_zone="Asia/Kolkata",
        currency="INR",
        status="approved",
        applicant=everybody.stranger,
    )


def test_every_list_is_read_here() -> None:
    assert set(lists()) <= set(READERS)


@pytest.mark.parametrize("path", READERS)
def test_many_rows_cost_no_more_statements_than_one(path: str) -> None:
    everybody = cast()
    house = everybody.home
    people: dict[str, User] = house.people | {
        "customer": everybody.customer,
        "network": everybody.network,
        "applicant": everybody.stranger,
    }
    reader = Door(people.get(READERS[path]))
    more(everybody, house, 1)
    few = statements(reader, path)
    for number in range(2, 5):
        more(everybody, house, number)
    assert statements(reader, path) <= few


def statements(reader: Door, path: str) -> int:
    """Return how many statements a read costs; it must hold something."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = reader.get(path)
    assert answer.status_code == 200, answer.content
    body = answer.json()  # type: ignore[attr-defined]
    assert body.get("results") or body.get("jobs")
    return len(asked)


def test_every_list_has_pages_and_a_search() -> None:
    searchless = {"/api/auth/sessions"}
    for path, operation in lists().items():
        names = {parameter["name"] for parameter in operation["parameters"]}
        assert {"cursor", "limit"} <= names, path
        assert "q" in names or path in searchless, path
