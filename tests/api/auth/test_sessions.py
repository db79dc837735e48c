"""Where one is signed in."""

from uuid import uuid4

import pytest

from tests.door import Door, somebody

pytestmark = pytest.mark.django_db


def test_a_person_sees_the_own_live_sessions_and_which_one_this_is(api: Door) -> None:
    person = somebody()
    here, there, gone = api.as_(person), api.as_(person), api.as_(person)
    api.as_(somebody())
    gone.post("/api/auth/logout")
    results = here.get("/api/auth/sessions").json()["results"]
    assert {session["id"]: session["current"] for session in results} == {
        str(here.session_id): True,
        str(there.session_id): False,
    }


def test_a_session_on_another_device_is_ended(api: Door) -> None:
    person = somebody()
    here, there = api.as_(person), api.as_(person)
    assert here.delete(f"/api/auth/sessions/{there.session_id}").status_code == 204
    assert there.get("/api/auth/sessions").status_code == 401
    assert here.get("/api/auth/sessions").status_code == 200


def test_the_session_of_a_stranger_is_not_found(api: Door) -> None:
    mine, theirs = api.as_(somebody()), api.as_(somebody())
    for id in (theirs.session_id, uuid4()):
        assert mine.delete(f"/api/auth/sessions/{id}").status_code == 404
    assert theirs.get("/api/auth/sessions").status_code == 200


def test_all_others_are_ended_together(api: Door) -> None:
    person = somebody()
    here, *others = [api.as_(person) for _ in range(3)]
    assert here.delete("/api/auth/sessions").status_code == 204
    assert here.get("/api/auth/sessions").status_code == 200
    assert {door.get("/api/auth/sessions").status_code for door in others} == {401}


def test_a_visitor_has_none(api: Door) -> None:
    assert api.get("/api/auth/sessions").status_code == 401
