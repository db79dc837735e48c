"""/api/admin/service-centers/{id}/services and /api/admin/services/{id}."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, House, at_noon, service
from workshop.catalog.models import Service
from workshop.centers.models import Bay, Certification, StaffProfile
from workshop.scheduling.services.waiting import today_at

WASH: dict[str, Any] = {
    "name": "Wash",
    "category": "care",
    "base_price": "300",
    "steps": [{"name": "Wash", "estimate": 20}],
}


@pytest.fixture
def admin(as_: As, home: House) -> Caller:
    return as_(home.admin)


@pytest.fixture
def path(home: House) -> str:
    return f"/api/admin/service-centers/{home.center.id}/services"


def one_path(row: Service) -> str:
    return f"/api/admin/services/{row.id}"


def offered(home: House) -> dict[str, Any]:
    found = Caller().reads(f"/api/public/service-centers/{home.center.id}")
    return {one["name"]: one for one in found["services"]}


def lacks(admin: Caller, path: str, name: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = next(one["lacks"] for one in admin.reads(path) if one["name"] == name)
    return found


class TestOffering:
    def test_a_name_a_price_and_minutes_are_enough(self, admin: Caller, home: House, path: str) -> None:
        made = admin.does(path, WASH, 201)
        assert (made["version"], made["is_active"], made["estimated_duration"]) == (1, True, 20)
        assert made["base_price"] == {"amount": "300.00", "currency": "INR"}
        assert made["steps"][0]["mandatory"] is True
        assert made["lacks"] == []
        assert offered(home)["Wash"]["base_price"]["amount"] == "300.00"

    def test_all_of_it_comes_back_as_it_was_given(self, admin: Caller, path: str) -> None:
        said = WASH | {
            "kind": "diagnosis",
            "description": "Inside and out",
            "progress_text": "Your car is being washed",
            "skills": ["general"],
            "bay_kind": "general",
            "vehicle_kinds": ["car"],
            "tools": ["lance"],
            "buffer_before": 5,
            "buffer_after": 10,
            "wait_from": 5,
            "wait_until": 10,
            "points": [{"name": "Tyres", "unit": "mm", "minimum": "1.6", "maximum": "9"}],
        }
        made = admin.does(path, said, 201)
        read = admin.reads(f"/api/admin/services/{made['id']}")
        assert {name: read[name] for name in said if name not in ("base_price", "steps", "points")} == {
            name: value for name, value in said.items() if name not in ("base_price", "steps", "points")
        }
        assert read["points"] == said["points"]

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"base_price": "-1"}, "base_price"),
            ({"base_price": "NaN"}, "base_price"),
            ({"base_price": "1.005"}, "base_price"),
            ({"base_price": "1000000001"}, "base_price"),
            ({"name": " "}, "name"),
            ({"kind": "magic"}, "kind"),
            ({"vehicle_kinds": ["boat"]}, "vehicle_kinds.0"),
            ({"steps": []}, "steps"),
            ({"steps": [{"name": "Wash", "estimate": 0}]}, "steps.0.estimate"),
            ({"steps": [{"name": "Wash"}]}, "steps.0.estimate"),
            ({"steps": ["Wash"]}, "steps.0"),
            ({"steps": [{"name": "Wash", "estimate": 5, "colour": "red"}]}, "steps.0.colour"),
            ({"steps": WASH["steps"] * 1_000}, "steps"),
            ({"points": [{"name": "Tyres"}] * 201}, "points"),
            ({"skills": ["general"] * 21}, "skills"),
            ({"wait_from": 5}, "wait_until"),
            ({"wait_from": 5, "wait_until": 10**12}, "wait_until"),
            ({"owner": "me"}, "owner"),
            ({"is_active": False}, "is_active"),
        ],
    )
    def test_what_is_wrong_names_the_field(
        self, admin: Caller, path: str, said: dict[str, Any], field: str
    ) -> None:
        answer = admin.send("POST", path, WASH | said)
        assert field in body_of(answer, 400)["fields"]

    def test_what_nobody_sends(self, admin: Caller, path: str) -> None:
        said = WASH | {"steps": WASH["steps"] * 10_000}
        admin.refused(path, said, status=413, code="body_too_large")

    def test_a_name_that_is_taken(self, admin: Caller, home: House, path: str) -> None:
        said = WASH | {"name": home.service.name}
        problem = admin.refused(path, said, status=409, code="service_exists")
        assert problem["fields"] == {"name": ["This name is taken."]}

    def test_at_a_centre_of_ones_own(self, as_: As, everybody: Cast, path: str) -> None:
        as_(everybody.rival.admin).refused(path, WASH, status=404, code="not_found")
        as_(everybody.home.desk).refused(path, WASH, status=403, code="insufficient_permissions")


class TestChanging:
    def test_a_price_is_another_at_once(self, admin: Caller, home: House) -> None:
        path = one_path(home.service)
        seen = admin.reads(path)
        kept = admin.puts(path, {"version": seen["version"], "base_price": "1650"})
        assert kept["version"] == seen["version"] + 1
        assert kept["steps"] == seen["steps"]
        assert offered(home)[home.service.name]["base_price"]["amount"] == "1650.00"

    def test_what_is_not_offered_leaves_the_booking_page_and_stays_in_the_list(
        self, admin: Caller, home: House, path: str
    ) -> None:
        admin.puts(one_path(home.service), {"is_active": False})
        assert home.service.name not in offered(home)
        listed = {one["name"]: one["is_active"] for one in admin.reads(path)}
        assert listed[home.service.name] is False
        body = {
            "center_id": str(home.center.id),
            "services": [{"service_id": str(home.service.id)}],
            "scheduled_start": at_noon(home.center, days=3).isoformat(),
        }
        refused = Caller().post("/api/public/appointments", body)
        assert refused.status_code in (400, 409)
        admin.puts(one_path(home.service), {"is_active": True})
        assert home.service.name in offered(home)

    def test_the_second_of_two_is_refused(self, admin: Caller, home: House) -> None:
        path = one_path(home.service)
        admin.puts(path, {"version": 1, "base_price": "1"})
        problem = admin.refused(
            path, {"version": 1, "base_price": "2"}, status=409, code="stale_version", method="PUT"
        )
        assert problem["version_now"] == 2

    @pytest.mark.parametrize(
        ("said", "field"),
        [
            ({"base_price": "-1"}, "base_price"),
            ({"steps": [{"name": "Wash", "estimate": 0}]}, "steps.0.estimate"),
            ({"steps": [{"estimate": 5}]}, "steps.0.name"),
            ({"points": [{"unit": "mm"}]}, "points.0.name"),
            ({"steps": WASH["steps"] * 1_000}, "steps"),
            ({"lacks": [{"code": "bay", "text": "x"}]}, "lacks"),
            ({"version": 0}, "version"),
        ],
    )
    def test_what_is_wrong_names_the_field(
        self, admin: Caller, home: House, said: dict[str, Any], field: str
    ) -> None:
        problem = admin.refused(
            one_path(home.service), said, status=400, code="validation_failed", method="PUT"
        )
        assert field in problem["fields"], problem

    def test_by_the_administrators_of_its_centre(self, as_: As, everybody: Cast) -> None:
        path = one_path(everybody.home.service)
        as_(everybody.rival.admin).refused(
            path, {"base_price": "1"}, status=404, code="not_found", method="PUT"
        )
        as_(everybody.rival.admin).reads(path, 404)


class TestLacking:
    def test_what_nobody_has_learnt(self, admin: Caller, home: House, path: str) -> None:
        service(home.center, "Battery", skills=["welding"])
        text = "No technician here has learnt “welding”."
        assert lacks(admin, path, "Battery") == [{"code": "skill", "text": text}]
        assert lacks(admin, path, home.service.name) == []
        one = StaffProfile.objects.get(user=home.tech)
        one.skills = ["welding"]
        one.save()
        assert lacks(admin, path, "Battery") == []

    def test_a_certificate_that_has_expired_and_one_on_its_last_day(
        self, admin: Caller, home: House, path: str
    ) -> None:
        service(home.center, "Battery", skills=["welding"])
        one = StaffProfile.objects.get(user=home.tech)
        one.skills = ["welding"]
        one.save()
        today = today_at(home.center)
        card = Certification.objects.create(
            staff=one, name="HV", number="1", skill="welding", expires_on=today - timedelta(days=1)
        )
        assert [one["code"] for one in lacks(admin, path, "Battery")] == ["certificate"]
        card.expires_on = today
        card.save()
        assert lacks(admin, path, "Battery") == []

    def test_a_bay_and_a_tool_that_are_not_there(self, admin: Caller, home: House, path: str) -> None:
        said = WASH | {"bay_kind": "wash", "tools": ["lance"]}
        made = admin.does(path, said, 201)
        texts = ["No bay in use is or has “wash”.", "No tool of the type “lance” is in use."]
        assert [one["text"] for one in made["lacks"]] == texts
        bay = Bay.objects.filter(center=home.center).earliest("position")
        bay.equipment = ["wash"]
        bay.save()
        base = f"/api/admin/service-centers/{home.center.id}"
        admin.does(f"{base}/resources", {"kind": "tool", "name": "Lance 1", "type": "lance"}, 201)
        assert lacks(admin, path, "Wash") == []

    def test_a_longer_list_costs_no_more_statements(self, admin: Caller, home: House, path: str) -> None:
        with CaptureQueriesContext(connection) as few:
            admin.reads(path)
        for number in range(5):
            service(home.center, f"Service {number}", skills=["x"])
        with CaptureQueriesContext(connection) as many:
            assert len(admin.reads(path)) > 5
        assert len(many) <= len(few)
