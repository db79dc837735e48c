"""Signing out over HTTP."""

import pytest

from tests.door import PASSWORD, Door, somebody
from workshop.accounts.models import SignInSession

pytestmark = pytest.mark.django_db


def test_the_session_of_the_access_token_ends_at_once(api: Door) -> None:
    door = api.as_(somebody())
    assert door.post("/api/auth/logout").status_code == 204
    assert door.get("/api/users/profile").json()["code"] == "session_ended"
    assert SignInSession.objects.get().end_reason == "signed_out"


def test_the_session_of_the_refresh_token_ends_too(api: Door) -> None:
    door = api.as_(somebody())
    assert api.post("/api/auth/logout", {"refresh_token": door.refresh_token}).status_code == 204
    assert door.get("/api/users/profile").status_code == 401


def test_a_browser_signs_out_by_its_cookie_which_goes(api: Door) -> None:
    somebody("meena@example.com")
    browser = {"X_Pitlane_Client": "browser"}
    api.post("/api/auth/login", {"email": "meena@example.com", "password": PASSWORD}, **browser)
    answer = api.post("/api/auth/logout", {}, **browser)
    assert answer.status_code == 204
    assert answer.cookies["pitlane_refresh"]["max-age"] == 0
    assert SignInSession.objects.get().ended_at


def test_whoever_is_not_signed_in_is_signed_out(api: Door) -> None:
    assert api.post("/api/auth/logout", {}).status_code == 204
    assert api.post("/api/auth/logout", {}, Authorization="Bearer expired").status_code == 204
