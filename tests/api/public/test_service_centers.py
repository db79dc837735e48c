"""/api/public/service-centers."""

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House
from workshop.catalog.models import Service
from workshop.centers.models import ServiceCenter

CENTERS = "/api/public/service-centers"


@pytest.fixture
def visitor(as_: As) -> Caller:
    return as_(None)


def names(caller: Caller, query: str = "") -> list[str]:
    return [row["name"] for row in caller.reads(f"{CENTERS}?{query}")["results"]]


def test_anybody_finds_centres_by_place_and_words(visitor: Caller, everybody: Cast, home: House) -> None:
    ServiceCenter.objects.filter(pk=home.center.id).update(city="Madurai", postcode="625001")
    assert names(visitor) == ["Anna Nagar", "Velachery"]
    assert names(visitor, "city=madurai") == ["Anna Nagar"]
    assert names(visitor, "postcode=600040") == ["Velachery"]
    assert names(visitor, "q=nagar") == ["Anna Nagar"]


def test_the_nearest_comes_first(visitor: Caller, everybody: Cast, home: House) -> None:
    ServiceCenter.objects.filter(pk=home.center.id).update(latitude="13.0850", longitude="80.2101")
    ServiceCenter.objects.filter(pk=everybody.rival.center.id).update(latitude="12.9815", longitude="80.2180")
    assert names(visitor, "near=12.98,80.22") == ["Velachery", "Anna Nagar"]
    assert names(visitor, "near=13.09,80.21") == ["Anna Nagar", "Velachery"]
    first = visitor.reads(f"{CENTERS}?near=13.09,80.21&limit=1")
    second = visitor.reads(f"{CENTERS}?near=13.09,80.21&limit=1&cursor={first['next']}")
    assert [page["results"][0]["name"] for page in (first, second)] == ["Anna Nagar", "Velachery"]


@pytest.mark.parametrize("near", ["here", "13", "13,80,1", "95,10", "1,200", "nan,nan", "1e9,1"])
def test_what_is_no_position_is_refused(visitor: Caller, near: str) -> None:
    problem = visitor.refused(f"{CENTERS}?near={near}", status=400, code="validation_failed", method="GET")
    assert list(problem["fields"]) == ["near"]


def test_a_centre_shows_its_hours_and_what_it_offers(visitor: Caller, everybody: Cast, home: House) -> None:
    Service.objects.filter(pk=home.diagnosis.id).update(is_active=False)
    center = visitor.reads(f"{CENTERS}/{home.center.id}")
    assert [service["name"] for service in center["services"]] == ["Brake fluid"]
    assert center["working_hours"][0] == {"weekday": 0, "opens": "00:00", "closes": "23:59"}
    assert center["zone"] == "Asia/Kolkata"


@pytest.mark.parametrize("change", [{"status": "applied"}, {"status": "rejected"}, {"is_active": False}])
def test_who_is_not_approved_or_has_closed_is_not_there(
    visitor: Caller, everybody: Cast, home: House, change: dict[str, object]
) -> None:
    ServiceCenter.objects.filter(pk=home.center.id).update(**change)
    assert names(visitor) == ["Velachery"]
    visitor.refused(f"{CENTERS}/{home.center.id}", status=404, code="not_found", method="GET")
