"""Changing one's password over HTTP."""

import pytest

from tests.door import PASSWORD, Door, somebody

pytestmark = pytest.mark.django_db
NEW = "another quiet wrench"


def test_a_new_password_signs_out_everywhere_else(api: Door) -> None:
    person = somebody("meena@example.com")
    here, there = api.as_(person), api.as_(person)
    answer = here.post("/api/users/change-password", {"current_password": PASSWORD, "new_password": NEW})
    assert answer.status_code == 204
    assert here.get("/api/users/profile").status_code == 200
    assert there.get("/api/users/profile").status_code == 401
    assert api.post("/api/auth/login", {"email": "meena@example.com", "password": NEW}).status_code == 200


@pytest.mark.parametrize(
    ("current", "new", "code"),
    [("not this one", NEW, "wrong_password"), (PASSWORD, "password123", "password_too_weak")],
)
def test_a_refusal_names_the_field_and_changes_nothing(api: Door, current: str, new: str, code: str) -> None:
    person = somebody("meena@example.com")
    here, there = api.as_(person), api.as_(person)
    answer = here.post("/api/users/change-password", {"current_password": current, "new_password": new})
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert answer.json()["fields"]
    assert there.get("/api/users/profile").status_code == 200


def test_a_visitor_has_none(api: Door) -> None:
    assert api.post("/api/users/change-password", {}).status_code == 401
