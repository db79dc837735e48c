"""Making an account over HTTP."""

import pytest

from tests.door import PASSWORD, Door, somebody
from workshop.accounts.models import User
from workshop.centers.models import Membership

pytestmark = pytest.mark.django_db
BODY = {"email": "meena@example.com", "password": PASSWORD, "first_name": "Meena", "last_name": "Raman"}


def test_whoever_registers_is_signed_in_as_a_customer(api: Door) -> None:
    answer = api.post("/api/auth/register", BODY)
    body = answer.json()
    assert answer.status_code == 201
    assert body["user"]["name"] == "Meena Raman"
    assert body["user"]["roles"] == [
        {"role": "customer", "service_center_id": None, "lead": False, "driver": False}
    ]
    assert not Membership.objects.exists()
    profile = api.get("/api/users/profile", Authorization=f"Bearer {body['access_token']}").json()
    assert (profile["first_name"], profile["email_verified"]) == ("Meena", False)


@pytest.mark.parametrize("field", ["role", "roles", "is_active", "email_verified_at"])
def test_nobody_gives_themselves_a_role(api: Door, field: str) -> None:
    answer = api.post("/api/auth/register", {**BODY, field: "admin"})
    assert answer.status_code == 400
    assert field in answer.json()["fields"]
    assert not User.objects.exists()


def test_an_email_that_is_taken_is_a_conflict_that_says_what_to_do(api: Door) -> None:
    somebody("MEENA@example.com")
    answer = api.post("/api/auth/register", BODY)
    assert (answer.status_code, answer.json()["code"]) == (409, "email_taken")
    assert answer.json()["fields"]["email"]
    assert "link" in answer.json()["next"]


def test_a_weak_password_is_refused_with_the_reasons(api: Door) -> None:
    answer = api.post("/api/auth/register", {**BODY, "password": "1234567890"})
    assert (answer.status_code, answer.json()["code"]) == (400, "password_too_weak")
    assert answer.json()["fields"]["password"]
    assert not User.objects.exists()


def test_a_number_that_nobody_can_call_is_refused_beside_its_field(api: Door) -> None:
    answer = api.post("/api/auth/register", {**BODY, "phone": "123"})
    assert answer.status_code == 400
    assert answer.json()["fields"] == {
        "phone": ["Enter a phone number of 7 to 15 digits, like +91 98400 12345."]
    }
    assert not User.objects.exists()
    assert api.post("/api/auth/register", {**BODY, "phone": "+91 98400-12345"}).status_code == 201
    assert User.objects.get().phone == "+919840012345"


def test_a_browser_gets_a_cookie(api: Door) -> None:
    answer = api.post("/api/auth/register", BODY, X_Pitlane_Client="browser")
    assert answer.cookies["pitlane_refresh"].value
    assert "refresh_token" not in answer.json()
