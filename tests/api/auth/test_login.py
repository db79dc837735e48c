"""Signing in over HTTP."""

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from rest_framework_simplejwt.tokens import AccessToken

from tests.cast import Cast, cast
from tests.crowd import at_once
from tests.door import PASSWORD, Door, somebody
from workshop.accounts.models import SignInSession, User
from workshop.centers import services as centers
from workshop.centers.models import ServiceCenter
from workshop.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
EMAIL = "meena@example.com"


def login(api: Door, email: str = EMAIL, password: str = PASSWORD, **headers: str) -> Any:
    return api.post("/api/auth/login", {"email": email, "password": password}, **headers)


def test_the_answer_says_who_one_is_and_for_how_long(api: Door) -> None:
    person = somebody(EMAIL)
    answer = login(api, "Meena@Example.com")
    body = answer.json()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert body["user"] == {
        "id": str(person.id),
        "email": EMAIL,
        "name": EMAIL,
        "roles": [{"role": "customer", "service_center_id": None, "lead": False, "driver": False}],
    }
    assert body["expires_in"] == 300
    assert body["refresh_token"]
    assert "pitlane_refresh" not in answer.cookies


def test_the_access_token_says_what_a_client_may_need(api: Door) -> None:
    everybody: Cast = cast()
    desk = everybody.home.desk
    desk.set_password(PASSWORD)
    desk.save()
    body = login(api, desk.email or "").json()
    claims = AccessToken(body["access_token"]).payload
    center = str(everybody.home.center.id)
    assert claims["user_id"] == str(desk.id)
    assert claims["email"] == desk.email
    assert (
        claims["roles"]
        == body["user"]["roles"]
        == [{"role": "staff", "service_center_id": center, "lead": False, "driver": False}]
    )
    assert claims["service_center_id"] == body["service_center_id"] == center
    assert claims["exp"] - claims["iat"] == 300
    assert claims["sid"] == str(SignInSession.objects.get().id)
    assert body["user"]["name"] == "Desk A."


def test_a_browser_gets_its_refresh_token_as_a_cookie_and_not_in_the_body(api: Door) -> None:
    somebody(EMAIL)
    answer = login(api, X_Pitlane_Client="browser")
    assert "refresh_token" not in answer.json()
    cookie = answer.cookies["pitlane_refresh"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/api/auth")
    assert not cookie["secure"]


def test_the_cookie_is_secure_wherever_tls_is(api: Door, settings: Any) -> None:
    settings.COOKIES_SECURE = True
    somebody(EMAIL)
    assert login(api, X_Pitlane_Client="browser").cookies["pitlane_refresh"]["secure"]


@pytest.mark.parametrize(
    ("part", "kind"), [("desk", "staff"), ("admin", "staff"), ("tech", "technician"), ("lead", "technician")]
)
def test_a_session_is_as_short_as_its_strongest_role(api: Door, part: str, kind: str) -> None:
    person: User = cast().home.people[part]
    person.set_password(PASSWORD)
    person.save()
    assert login(api, person.email or "").status_code == 200
    assert SignInSession.objects.get().kind == kind


def test_a_person_of_two_centres_chooses_where_to_act_and_never_a_strange_one(api: Door) -> None:
    everybody: Cast = cast()
    person = somebody(EMAIL)
    home, rival = everybody.home.center.id, everybody.rival.center.id
    centers.give_role(actor=SYSTEM, user_id=person.id, role="staff", center_id=home)
    for wanted, given in ((rival, home), (home, home)):
        body = api.post(
            "/api/auth/login", {"email": EMAIL, "password": PASSWORD, "service_center_id": str(wanted)}
        )
        assert body.json()["service_center_id"] == str(given)
    centers.give_role(actor=SYSTEM, user_id=person.id, role="staff", center_id=rival)
    body = api.post(
        "/api/auth/login", {"email": EMAIL, "password": PASSWORD, "service_center_id": str(rival)}
    )
    assert body.json()["service_center_id"] == str(rival)


def test_the_networks_administrator_acts_in_an_approved_centre_without_a_wish_and_in_any_with_one(
    api: Door,
) -> None:
    everybody: Cast = cast()
    home, rival = everybody.home.center, everybody.rival.center
    ServiceCenter.objects.create(code="AAA", name="A first name", time_zone="UTC", currency="EUR")
    centers.give_role(actor=SYSTEM, user_id=somebody(EMAIL).id, role="admin", center_id=None)
    first = min((home, rival), key=lambda center: center.name)
    assert login(api, EMAIL).json()["service_center_id"] == str(first.id)
    for wanted in (home, rival):
        body = {"email": EMAIL, "password": PASSWORD, "service_center_id": str(wanted.id)}
        assert api.post("/api/auth/login", body).json()["service_center_id"] == str(wanted.id)


def test_a_wrong_password_and_an_unknown_email_get_the_same_answer(api: Door) -> None:
    somebody(EMAIL)
    answers = [login(api, password="not this one"), login(api, "nobody@example.com")]
    said = [{**answer.json(), "request_id": ""} for answer in answers]
    assert said[0] == said[1]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert not SignInSession.objects.exists()


def test_after_eight_wrong_passwords_even_the_right_one_has_to_wait(api: Door) -> None:
    somebody(EMAIL)
    for _ in range(8):
        assert login(api, password="not this one").status_code == 401
    answer = login(api)
    assert (answer.status_code, answer.json()["code"]) == (429, "locked_out")
    assert 0 < int(answer["Retry-After"]) <= settings.AXES_COOLOFF_TIME.total_seconds()
    assert login(Door()).status_code == 200
    assert login(api, "other@example.com").status_code == 401


def test_the_right_password_forgets_the_wrong_ones(api: Door) -> None:
    somebody(EMAIL)
    for _ in range(2):
        for _ in range(7):
            assert login(api, password="not this one").status_code == 401
        assert login(api).status_code == 200
    assert not AccessAttempt.objects.exists()


def test_an_email_nobody_has_locks_like_any_other(api: Door) -> None:
    statuses = [login(api, "Nobody@example.com").status_code for _ in range(9)]
    assert statuses == [401] * 8 + [429]


@pytest.mark.usefixtures("committed")
def test_thirty_guesses_at_once_are_eight_guesses(api: Door) -> None:
    somebody(EMAIL)
    results = at_once(lambda _: login(api, password="not this one").status_code, range(30))
    assert results.count(401) <= 8
    assert results.count(401) + results.count(429) == 30


def test_an_expired_token_does_not_stand_in_the_way(api: Door) -> None:
    somebody(EMAIL)
    assert login(api, Authorization="Bearer expired").status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "email"),
        ({"email": EMAIL}, "password"),
        ({"email": EMAIL, "password": 7.5, "remember": True}, "remember"),
        ({"email": ["a"], "password": PASSWORD}, "email"),
        ({"email": EMAIL, "password": "x" * 129}, "password"),
        ({"email": EMAIL, "password": PASSWORD, "service_center_id": "here"}, "service_center_id"),
    ],
)
def test_a_body_that_is_wrong_names_its_fields(api: Door, body: Any, field: str) -> None:
    answer = api.post("/api/auth/login", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "validation_failed")
    assert field in answer.json()["fields"]
