"""Who asks is known by token or cookie, and never for longer than it is true."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings

from api.kit.cookies import DEVICE_COOKIE, LINK_COOKIE
from tests.cast import Cast, actor, cast
from tests.door import Door, somebody
from workshop.accounts import services
from workshop.accounts.models import User
from workshop.accounts.services.links import link_token
from workshop.centers import services as centers
from workshop.centers.models import Membership
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.clock import real_now

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_nobody_is_a_visitor(api: Door) -> None:
    assert api.get("/api/who").json() == {"kind": "visitor", "id": None, "name": "", "scopes": []}


def test_a_token_is_a_person(api: Door, everybody: Cast) -> None:
    said = api.as_(everybody.home.desk).get("/api/who").json()
    assert (said["kind"], said["id"], said["name"]) == ("person", str(everybody.home.desk.id), "Desk A.")


def code_of(door: Door, path: str = "/api/who") -> str:
    answer = door.get(path)
    return str(answer.status_code) if answer.status_code == 200 else answer.json()["code"]


def test_an_ended_session_is_refused_at_once(api: Door) -> None:
    person = somebody()
    door = api.as_(person)
    assert code_of(door) == "200"
    assert door.session_id
    services.sign_out(actor=actor(person), session_id=door.session_id)
    assert code_of(door) == "session_ended"


def test_a_deactivated_person_is_refused_at_once(api: Door) -> None:
    person = somebody()
    door = api.as_(person)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert code_of(door) == "session_ended"


def test_a_new_password_elsewhere_refuses_at_once(api: Door) -> None:
    person = somebody()
    door = api.as_(person)
    services.change_password(actor=actor(person), current="quiet torque wrench", new="another quiet wrench")
    assert code_of(door) == "session_ended"


def test_a_token_is_good_for_five_minutes(api: Door) -> None:
    door = api.as_(somebody())
    assert timedelta(minutes=5) == settings.ACCESS_TOKEN_LIFETIME
    with time_machine.travel(real_now() + timedelta(minutes=5, seconds=1)):
        assert code_of(door) == "token_expired"


@pytest.mark.parametrize("text", ["x", "a.b.c", "", "eyJhbGciOiJub25lIn0.e30."])
def test_what_is_no_token_is_refused(api: Door, text: str) -> None:
    api.headers["Authorization"] = f"Bearer {text}"
    assert code_of(api) in ("token_invalid", "200" if text == "" else "token_invalid")


def test_a_role_counts_from_the_moment_it_is_given_and_not_after_it_ends(api: Door, everybody: Cast) -> None:
    person = somebody()
    door = api.as_(person)
    path = f"/api/taps/center:{uuid4()}"
    assert door.post(path, {"place": 1}).status_code == 403
    role = centers.give_role(
        actor=SYSTEM, user_id=person.id, role="staff", center_id=everybody.home.center.id
    )
    assert door.post(path, {"place": 1}).status_code == 201
    centers.end_membership(actor=SYSTEM, membership_id=role.id)
    assert door.post(path, {"place": 1}).status_code == 403
    assert Membership.objects.get(pk=role.id).ended_at


def test_a_link_cookie_opens_its_scope_until_it_is_revoked(api: Door) -> None:
    person, visit = somebody(), uuid4()
    link = services.issue_link(
        actor=SYSTEM,
        kind="visit",
        subject_id=visit,
        person_id=person.id,
        expires_at=real_now() + timedelta(days=1),
    )
    assert code_of(api, "/api/links") == "not_signed_in"
    _, _, token = services.exchange_link(actor=VISITOR, token=link_token(link))
    api.client.cookies[LINK_COOKIE] = token
    said = api.get("/api/who").json()
    assert said == {"kind": "link", "id": str(person.id), "name": "", "scopes": [f"visit:{visit}"]}
    assert code_of(api, "/api/links") == "200"
    services.revoke_link(actor=SYSTEM, link_id=link.id)
    assert code_of(api, "/api/links") == "not_signed_in"


def test_a_device_cookie_looks_at_one_floor(api: Door, everybody: Cast) -> None:
    device, token = services.request_pairing(actor=VISITOR)
    api.client.cookies[DEVICE_COOKIE] = token
    assert api.get("/api/who").json()["kind"] == "visitor"
    center = everybody.home.center.id
    services.pair_device(actor=actor(everybody.home.desk), code=device.code, center_id=center)
    said = api.get("/api/who").json()
    assert (said["kind"], said["scopes"]) == ("device", [f"floor:{center}"])


def test_a_cookie_of_another_kind_opens_nothing(api: Door) -> None:
    _, token = services.request_pairing(actor=VISITOR)
    api.client.cookies[LINK_COOKIE] = token
    assert api.get("/api/who").json()["kind"] == "visitor"


def test_a_person_is_read_in_one_statement(
    api: Door, everybody: Cast, django_assert_num_queries: object
) -> None:
    door = api.as_(everybody.home.desk)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert code_of(door) == "200"
