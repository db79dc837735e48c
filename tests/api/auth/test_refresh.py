"""Keeping a session alive over HTTP."""

from datetime import timedelta

import pytest
import time_machine

from tests.cast import Cast, cast
from tests.door import PASSWORD, Door, somebody
from workshop.accounts.models import SignInSession
from workshop.centers import services as centers
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now

pytestmark = pytest.mark.django_db
BROWSER = {"X_Pitlane_Client": "browser"}


def test_a_refresh_token_in_the_body_gives_the_next_pair(api: Door) -> None:
    door = api.as_(somebody())
    answer = api.post("/api/auth/refresh", {"refresh_token": door.refresh_token})
    assert answer.status_code == 200
    assert answer.json()["refresh_token"] != door.refresh_token
    again = api.get("/api/users/profile", Authorization=f"Bearer {answer.json()['access_token']}")
    assert again.status_code == 200


def test_a_browser_refreshes_by_its_cookie(api: Door) -> None:
    somebody("meena@example.com")
    api.post("/api/auth/login", {"email": "meena@example.com", "password": PASSWORD}, **BROWSER)
    before = api.client.cookies["pitlane_refresh"].value
    answer = api.post("/api/auth/refresh", {}, **BROWSER)
    assert answer.status_code == 200
    assert "refresh_token" not in answer.json()
    assert api.client.cookies["pitlane_refresh"].value != before


def test_a_cookie_alone_refreshes_nothing_for_a_form_of_another_site(api: Door) -> None:
    somebody("meena@example.com")
    api.post("/api/auth/login", {"email": "meena@example.com", "password": PASSWORD}, **BROWSER)
    assert api.post("/api/auth/refresh", {}).status_code == 401


def test_without_a_session_the_answer_is_401_and_the_dead_cookie_goes(api: Door) -> None:
    assert api.post("/api/auth/refresh", {}, **BROWSER).json()["code"] == "session_ended"
    api.client.cookies["pitlane_refresh"] = "dead"
    answer = api.post("/api/auth/refresh", {}, **BROWSER)
    assert answer.status_code == 401
    assert answer.cookies["pitlane_refresh"]["max-age"] == 0


def test_a_replayed_token_ends_the_session_for_both(api: Door) -> None:
    door = api.as_(somebody())
    api.post("/api/auth/refresh", {"refresh_token": door.refresh_token})
    with time_machine.travel(real_now() + timedelta(seconds=21)):
        answer = api.post("/api/auth/refresh", {"refresh_token": door.refresh_token})
        assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")
        assert door.get("/api/users/profile").status_code == 401


def test_the_centre_to_act_in_is_switched(api: Door) -> None:
    everybody: Cast = cast()
    person = somebody()
    home, rival = everybody.home.center.id, everybody.rival.center.id
    centers.give_role(actor=SYSTEM, user_id=person.id, role="staff", center_id=home)
    door = api.as_(person)
    body = {"refresh_token": door.refresh_token, "service_center_id": str(rival)}
    refused = api.post("/api/auth/refresh", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_your_center")
    body["service_center_id"] = str(home)
    assert api.post("/api/auth/refresh", body).json()["service_center_id"] == str(home)
    assert SignInSession.objects.get(user=person).center_id == home
