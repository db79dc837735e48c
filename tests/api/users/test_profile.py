"""One's own profile."""

from uuid import uuid4

import pytest

from tests.cast import Cast, cast
from tests.door import Door, somebody
from workshop.accounts.models import User
from workshop.centers.models import CustomerProfile

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_a_person_reads_the_own_profile(api: Door, everybody: Cast) -> None:
    body = api.as_(everybody.customer).get("/api/users/profile").json()
    assert (body["id"], body["first_name"], body["name"]) == (
        str(everybody.customer.id),
        "Meena",
        "Meena Raman",
    )
    assert body["roles"] == [{"role": "customer", "service_center_id": None, "lead": False, "driver": False}]


def test_a_member_of_staff_goes_by_the_name_on_the_staff_profile(api: Door, everybody: Cast) -> None:
    body = api.as_(everybody.home.lead).get("/api/users/profile").json()
    assert body["name"] == "Lead A."
    assert body["roles"][0]["lead"] is True


def test_a_put_changes_what_it_names_and_keeps_the_rest(api: Door, everybody: Cast) -> None:
    door = api.as_(everybody.customer)
    before = door.get("/api/users/profile").json()
    changes = {
        "phone": "+919800000099",
        "address": "2nd Avenue 12",
        "date_of_birth": "1990-02-28",
        "preferred_service_center_id": str(everybody.home.center.id),
    }
    after = door.put("/api/users/profile", changes)
    assert after.status_code == 200
    assert after.json() == {**before, **changes} == door.get("/api/users/profile").json()


def test_the_whole_profile_may_come_back(api: Door, everybody: Cast) -> None:
    door = api.as_(everybody.customer)
    body = door.get("/api/users/profile").json()
    assert door.put("/api/users/profile", {**body, "last_name": "Iyer"}).json()["name"] == "Meena Iyer"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"email": "other@example.com"}, "email"),
        ({"roles": []}, "roles"),
        ({"email_verified": True}, "email_verified"),
        ({"colour": "red"}, "colour"),
        ({"first_name": ""}, "first_name"),
        ({"phone": "9" * 33}, "phone"),
        ({"phone": "123"}, "phone"),
        ({"date_of_birth": "yesterday"}, "date_of_birth"),
        ({"date_of_birth": "2999-01-01"}, "date_of_birth"),
        ({"preferred_service_center_id": str(uuid4())}, "preferred_service_center_id"),
    ],
)
def test_what_may_not_be_changed_is_named_and_nothing_changes(
    api: Door, everybody: Cast, changes: dict[str, object], field: str
) -> None:
    door = api.as_(everybody.customer)
    answer = door.put("/api/users/profile", {"last_name": "Iyer", "phone": "+919800000099", **changes})
    assert answer.status_code == 400
    assert field in answer.json()["fields"]
    assert CustomerProfile.objects.get(user=everybody.customer).last_name == "Raman"
    assert User.objects.get(pk=everybody.customer.id).phone == "+919800000001"


def test_a_person_without_a_profile_has_an_empty_one(api: Door) -> None:
    body = api.as_(somebody("ravi@example.com")).get("/api/users/profile").json()
    assert (body["first_name"], body["name"]) == ("", "ravi@example.com")


def test_a_visitor_has_none(api: Door) -> None:
    assert api.get("/api/users/profile").status_code == 401
