"""/api/public/service-centers."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, person
from workshop.catalog.models import Service
from workshop.centers.models import CustomerProfile, HoursException, ServiceArea, ServiceCenter
from workshop.kernel.clock import now, real_now

CENTERS = "/api/public/service-centers"
NEW: dict[str, Any] = {
    "name": "Guindy Motors",
    "address": "1 Mount Road",
    "city": "Chennai",
    "postcode": "600032",
    "time_zone": "Asia/Kolkata",
    "currency": "INR",
    "about": "Two lifts and a brake tester.",
    "working_hours": [{"weekday": 0, "opens": "09:00", "closes": "18:00"}],
    "service_areas": [{"city": "Tambaram"}, {"postcode": "600045"}],
}


@pytest.fixture
def visitor(as_: As) -> Caller:
    return as_(None)


def names(caller: Caller, query: str = "") -> list[str]:
    return [row["name"] for row in caller.reads(f"{CENTERS}?{query}")["results"]]


def move(house: House, **where: Any) -> None:
    ServiceCenter.objects.filter(pk=house.center.id).update(**where)


def test_anybody_finds_centres_by_place_and_words(visitor: Caller, everybody: Cast, home: House) -> None:
    move(home, city="Madurai", postcode="625001", latitude="9.92", longitude="78.12")
    assert names(visitor) == ["Anna Nagar", "Velachery"]
    assert names(visitor, "city=madurai") == ["Anna Nagar"]
    assert names(visitor, "postcode=600040") == ["Velachery"]
    assert names(visitor, "q=nagar") == ["Anna Nagar"]


def test_the_nearest_comes_first(visitor: Caller, everybody: Cast, home: House) -> None:
    move(home, latitude="13.0850", longitude="80.2101")
    move(everybody.rival, latitude="12.9815", longitude="80.2180")
    assert names(visitor, "near=12.98,80.22") == ["Velachery", "Anna Nagar"]
    assert names(visitor, "near=13.09,80.21") == ["Anna Nagar", "Velachery"]
    assert names(visitor, "near=13.09,80.21&within=5") == ["Anna Nagar"]
    shown = visitor.reads(f"{CENTERS}?near=13.09,80.21")["results"]
    assert [row["distance_km"] for row in shown] == [0.6, 12.1]
    assert [row["serves"] for row in shown] == [None, None]


@pytest.mark.parametrize("query", ["", "near=13.09,80.21", "postcode=600040", "city=chennai", "start"])
def test_pages_hold_in_every_order(as_: As, everybody: Cast, query: str) -> None:
    for number in range(7):
        ServiceCenter.objects.create(
            code=f"N{number}",
            name=f"Number {number % 3}",
            city="Chennai",
            postcode="600040",
            latitude=f"13.{number % 4}",
            longitude="80.2",
            time_zone="Asia/Kolkata",
            currency="INR",
            status="approved",
        )
    caller = as_(everybody.customer)
    if query == "start":
        home = everybody.home.center
        CustomerProfile.objects.filter(user=everybody.customer).update(preferred_service_center=home)
        query = ""
    whole = [row["id"] for row in caller.reads(f"{CENTERS}?{query}")["results"]]
    assert len(whole) == 9
    paged: list[str] = []
    page = caller.reads(f"{CENTERS}?{query}&limit=2")
    while True:
        paged += [row["id"] for row in page["results"]]
        if page["next"] is None:
            break
        page = caller.reads(f"{CENTERS}?{query}&limit=2&cursor={page['next']}")
    assert paged == whole
    back = caller.reads(f"{CENTERS}?{query}&limit=2&cursor={page['previous']}")
    assert [row["id"] for row in back["results"]] == whole[6:8]


@pytest.mark.parametrize("near", ["here", "13", "13,80,1", "95,10", "1,200", "nan,nan", "1e9,1"])
def test_what_is_no_position_is_refused(visitor: Caller, near: str) -> None:
    problem = visitor.refused(f"{CENTERS}?near={near}", status=400, code="validation_failed", method="GET")
    assert list(problem["fields"]) == ["near"]


@pytest.mark.parametrize("query", ["within=5", "within=0&near=1,1", "within=x&near=1,1"])
def test_a_radius_is_a_number_around_something(visitor: Caller, query: str) -> None:
    problem = visitor.refused(f"{CENTERS}?{query}", status=400, code="validation_failed", method="GET")
    assert list(problem["fields"]) == ["within"]


def test_a_postcode_finds_who_serves_it_and_then_who_is_near(
    visitor: Caller, everybody: Cast, home: House
) -> None:
    move(home, city="Kanchipuram", postcode="631501", latitude="12.834", longitude="79.703")
    move(everybody.rival, city="Guindy", postcode="600032", latitude="13.01", longitude="80.21")
    ServiceArea.objects.create(center=home.center, district="Chennai")
    shown = visitor.reads(f"{CENTERS}?postcode=600040")["results"]
    assert [(row["name"], row["serves"]) for row in shown] == [("Anna Nagar", True), ("Velachery", False)]
    assert shown[0]["distance_km"] > shown[1]["distance_km"]


def test_a_postcode_that_nobody_serves_is_a_clear_answer(
    visitor: Caller, everybody: Cast, home: House
) -> None:
    for code in ("AAA", "BBB"):
        ServiceCenter.objects.create(
            code=code,
            name=code,
            city="x",
            postcode="1",
            latitude="9.9",
            longitude="78.1",
            time_zone="Asia/Kolkata",
            currency="INR",
            status="approved",
        )
    problem = visitor.refused(
        f"{CENTERS}?postcode=632001", status=400, code="postcode_not_served", method="GET"
    )
    assert list(problem["fields"]) == ["postcode"]
    assert problem["next"]
    assert {row["name"] for row in problem["nearest"][:2]} == {"Anna Nagar", "Velachery"}
    assert len(problem["nearest"]) == 3
    assert problem["nearest"][0]["distance_km"] == pytest.approx(118, abs=2)
    unknown = visitor.refused(
        f"{CENTERS}?postcode=990001", status=400, code="postcode_not_served", method="GET"
    )
    assert unknown["nearest"] == []


def test_services_are_found_by_words_and_category(visitor: Caller, everybody: Cast, home: House) -> None:
    Service.objects.filter(pk=home.service.id).update(name="Tyre rotation", category="tyres")
    assert names(visitor, "service=rotation tyre") == ["Anna Nagar"]
    assert names(visitor, "category=TYRES") == ["Anna Nagar"]
    assert names(visitor, "service=tyre&category=brakes") == []
    assert names(visitor, "service=piano") == []
    (found,) = visitor.reads(f"{CENTERS}?service=tyre")["results"]
    assert found["categories"] == ["brakes", "tyres"]
    (line,) = found["services"]
    assert (line["name"], line["base_price"]["amount"], line["estimated_duration"]) == (
        "Tyre rotation",
        "1499.00",
        60,
    )
    Service.objects.filter(pk=home.service.id).update(is_active=False)
    assert names(visitor, "service=tyre") == []
    assert visitor.reads(CENTERS)["results"][0]["services"] == []


def test_it_begins_at_the_preferred_centre_of_who_is_signed_in(
    as_: As, visitor: Caller, everybody: Cast, home: House
) -> None:
    move(everybody.rival, latitude="12.9815", longitude="80.2180")
    profile = CustomerProfile.objects.filter(user=everybody.customer)
    profile.update(preferred_service_center=everybody.rival.center)
    customer = as_(everybody.customer)
    assert names(customer) == ["Velachery", "Anna Nagar"]
    assert names(customer, "near=13.09,80.21") == ["Anna Nagar", "Velachery"]
    assert names(visitor) == ["Anna Nagar", "Velachery"]
    customer.headers["Authorization"] = "Bearer gone"
    assert names(customer) == ["Anna Nagar", "Velachery"]


def test_a_centre_shows_its_hours_its_areas_and_what_it_offers(
    visitor: Caller, everybody: Cast, home: House
) -> None:
    Service.objects.filter(pk=home.diagnosis.id).update(is_active=False)
    ServiceArea.objects.create(center=home.center, city="Porur")
    today = now().date()
    for days, reason in ((-9, "Past"), (20, "Pongal"), (90, "Far")):
        HoursException.objects.create(center=home.center, date=today + timedelta(days=days), reason=reason)
    center = visitor.reads(f"{CENTERS}/{home.center.id}")
    assert [service["name"] for service in center["services"]] == ["Brake fluid"]
    assert center["working_hours"][0] == {"weekday": 0, "opens": "00:00", "closes": "00:00"}
    assert center["service_areas"] == [{"city": "Porur"}]
    assert center["zone"] == "Asia/Kolkata"
    (exception,) = center["exceptions"]
    assert (exception["reason"], exception["opens"]) == ("Pongal", None)
    assert date.fromisoformat(exception["date"]) == today + timedelta(days=20)


@pytest.mark.parametrize("change", [{"status": "applied"}, {"status": "rejected"}, {"is_active": False}])
def test_who_is_not_approved_or_has_closed_is_not_there(
    visitor: Caller, everybody: Cast, home: House, change: dict[str, object]
) -> None:
    move(home, **change)
    assert names(visitor) == ["Velachery"]
    visitor.refused(f"{CENTERS}/{home.center.id}", status=404, code="not_found", method="GET")


@pytest.fixture
def applicant(as_: As) -> Caller:
    somebody = person("owner")
    somebody.email_verified_at = real_now()
    somebody.save()
    return as_(somebody)


def test_anybody_with_a_proven_email_applies(applicant: Caller) -> None:
    made = body_of(applicant.post(CENTERS, NEW), 201)
    assert (made["status"], made["code"], made["about"]) == ("applied", None, NEW["about"])
    assert (made["working_hours"], made["service_areas"]) == (NEW["working_hours"], NEW["service_areas"])
    assert (made["latitude"], made["longitude"]) == ("13.035000", "80.208000")
    assert made["allowed_actions"][0]["except"] == [made["applicant"]["id"]]


def test_an_application_is_sent_once(applicant: Caller) -> None:
    first = applicant.post(CENTERS, NEW, Idempotency_Key="once-and-no-more")
    again = applicant.post(CENTERS, NEW, Idempotency_Key="once-and-no-more")
    assert body_of(first, 201) == body_of(again, 201)
    assert ServiceCenter.objects.filter(status="applied").count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "GDY"}, "code"),
        ({"status": "approved"}, "status"),
        ({"name": ""}, "name"),
        ({"latitude": 91}, "latitude"),
        ({"service_areas": [{"village": "x"}]}, "service_areas.0.village"),
        ({"service_areas": [{"city": "x", "postcode": "1"}]}, "service_areas.0"),
        ({"working_hours": [{"weekday": 9, "opens": "09:00", "closes": "10:00"}]}, "working_hours.0.weekday"),
        ({"service_areas": [{"city": str(n)} for n in range(301)]}, "service_areas"),
    ],
)
def test_what_is_wrong_with_an_application_is_named(
    applicant: Caller, change: dict[str, Any], field: str
) -> None:
    said = body_of(applicant.post(CENTERS, NEW | change), 400)
    assert list(said["fields"]) == [field]
    assert not ServiceCenter.objects.filter(status="applied").exists()


def test_a_postcode_of_nowhere_is_said_unless_the_position_is(applicant: Caller) -> None:
    nowhere = NEW | {"postcode": "990001"}
    said = applicant.refused(CENTERS, nowhere, status=400, code="postcode_unknown")
    assert list(said["fields"]) == ["postcode"]
    assert "990001" in said["detail"]
    placed = body_of(applicant.post(CENTERS, nowhere | {"latitude": "34.1", "longitude": "77.6"}), 201)
    assert (placed["latitude"], placed["longitude"]) == ("34.100000", "77.600000")


def test_half_a_position_is_none(applicant: Caller) -> None:
    said = applicant.refused(CENTERS, NEW | {"latitude": "13"}, status=400, code="position_incomplete")
    assert sorted(said["fields"]) == ["latitude", "longitude"]


def test_nobody_and_the_unproven_do_not_apply(visitor: Caller, as_: As, db: None) -> None:
    visitor.refused(CENTERS, NEW, status=401, code="not_signed_in")
    as_(person("unproven")).refused(CENTERS, NEW, status=409, code="email_not_proven")


def test_applying_is_limited_and_searching_is_not(applicant: Caller) -> None:
    codes = [applicant.post(CENTERS, {}).status_code for _ in range(12)]
    assert codes[:10] == [400] * 10
    assert codes[-1] == 429
    assert names(applicant) == []
