"""GET /api/staff/services."""

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House
from workshop.catalog.models import Service

SERVICES = "/api/staff/services"


def names(caller: Caller, query: str = "") -> list[str]:
    return [row["name"] for row in caller.reads(f"{SERVICES}?{query}")["results"]]


def test_everybody_who_works_here_reads_what_is_sold(as_: As, home: House) -> None:
    for user in home.people.values():
        assert names(as_(user)) == ["Brake fluid", "Rattle diagnosis"]
    (row,) = as_(home.desk).reads(f"{SERVICES}?q=fluid")["results"]
    assert row["base_price"] == {"amount": "1499.00", "currency": "INR"}
    assert row["estimated_duration"] == 60


def test_services_are_found_by_kind_category_and_whether_they_are_offered(as_: As, home: House) -> None:
    Service.objects.filter(pk=home.service.id).update(is_active=False)
    desk = as_(home.desk)
    assert names(desk, "kind=diagnosis") == ["Rattle diagnosis"]
    assert names(desk, "category=brakes&is_active=false") == ["Brake fluid"]
    assert names(desk, f"center={home.center.id}&is_active=true") == ["Rattle diagnosis"]


def test_services_of_other_centres_are_not_listed(as_: As, everybody: Cast, home: House) -> None:
    assert names(as_(everybody.rival.desk), f"center={home.center.id}") == []


def test_customers_look_at_the_centres_page_instead(as_: As, everybody: Cast) -> None:
    as_(everybody.customer).refused(SERVICES, status=403, code="insufficient_permissions", method="GET")
