"""No one reads or changes another customer's or another centre's data: every route against every kind of stranger."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse

from api.schema import described
from tests.api.answering import rows
from tests.cast import Cast, actor, appointment, cast, person
from tests.contracts.policies import POLICY, Row, Scene, scene
from tests.door import Door
from workshop.accounts import services as accounts
from workshop.centers.services import give_role
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.scheduling import services as scheduling

pytestmark = pytest.mark.django_db

STRANGERS = (
    "nobody",
    "someone without a role",
    "customer",
    "technician",
    "lead",
    "desk",
    "administrator",
    "holder of another visit's link",
    "screen of another centre",
)
DONE = range(200, 300)


@pytest.fixture
def one(uploads: Path) -> Scene:
    everybody = cast()
    Door(everybody.customer)
    return scene(everybody)


def stranger(kind: str, everybody: Cast) -> Door:
    """Return one who has no business at the home centre, however trusted elsewhere."""
    rival = everybody.rival
    if kind == "holder of another visit's link":
        return link_holder(everybody, appointment(rival, everybody.stranger).id, "rival")
    if kind == "screen of another centre":
        door = Door()
        device, token = accounts.request_pairing(actor=VISITOR)
        accounts.pair_device(actor=actor(rival.desk), code=device.code, center_id=rival.center.id)
        door.client.cookies["pitlane_device"] = token
        return door
    people = {
        "someone without a role": person("walker"),
        "customer": everybody.stranger,
        "technician": rival.tech,
        "lead": rival.lead,
        "desk": rival.desk,
        "administrator": rival.admin,
    }
    return Door(people.get(kind))


def link_holder(everybody: Cast, appointment_id: Any, house: str) -> Door:
    """Return a browser in which the link of a visit was opened."""
    desk = everybody.home.desk if house == "home" else everybody.rival.desk
    link = scheduling.link_visit(actor=actor(desk), appointment_id=appointment_id)
    door = Door()
    answer = door.post("/api/public/links/exchange", {"token": accounts.link_token(link)})
    assert answer.status_code == 200
    return door


def rightful(row: Row, one: Scene) -> Door:
    """Return who may do what a row is about."""
    everybody = one.cast
    if row.rightful == "link":
        return link_holder(everybody, one.card.job.appointment_id, "home")
    if row.rightful == "customer":
        return Door(everybody.customer)
    if row.rightful == "driver":
        return Door(one.driver)
    if row.rightful == "network":
        return Door(everybody.network)
    return Door(everybody.home.people[row.rightful])


def ask(door: Door, route: str, row: Row, one: Scene) -> HttpResponse:
    """Send what a row says, aimed at the home centre."""
    method, _, path = route.partition(" ")
    if row.thing is not None:
        path = path.replace("{id}", str(row.thing(one).pk))
    path = path.replace("{day}", "2027-01-26").replace("{person}", str(one.cast.home.tech.pk))
    if row.query is not None:
        path += "?" + urlencode(row.query(one))
    return door.send(method, path, row.body(one) if row.body else None)


def aimed() -> Iterator[tuple[str, Row]]:
    """Yield the routes that touch something of the home centre."""
    return ((route, row) for route, row in POLICY.items() if row.aimed)


def test_every_route_has_a_policy_and_every_policy_a_route() -> None:
    routes = {
        f"{method.upper()} {path}"
        for path, methods in described()["paths"].items()
        for method in methods
        if method != "parameters"
    }
    assert routes == set(POLICY)


def test_every_policy_is_about_something_or_says_why_not() -> None:
    for route, row in POLICY.items():
        shows_own = route.startswith("GET") and not row.aimed and not row.rightful
        assert row.aimed or row.open_because or shows_own, route
        assert bool(row.rightful) == row.aimed, route
        assert ("{id}" in route) == (row.thing is not None), route


def test_those_who_may_are_let_in_everywhere(one: Scene) -> None:
    """So that a refusal of a stranger is about the stranger, and never about the request."""
    for route, row in aimed():
        point = transaction.savepoint()
        answer = ask(rightful(row, one), route, row, one)
        assert answer.status_code in (*DONE, 409), f"{route}: {answer.content.decode()}"
        transaction.savepoint_rollback(point)


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_stranger_gets_nothing_and_changes_nothing(one: Scene, kind: str) -> None:
    door = stranger(kind, one.cast)
    before = rows()
    for route, row in aimed():
        answer = ask(door, route, row, one)
        assert answer.status_code in (401, 403, 404), f"{route}: {answer.content.decode()}"
        tells_no_secret(answer, one, route)
    after = rows()
    assert {name for name in before if before[name] != after[name]} == set()


@pytest.mark.parametrize("kind", STRANGERS)
def test_what_shows_everyone_their_own_shows_a_stranger_nothing_of_the_home_centre(
    one: Scene, kind: str
) -> None:
    door = stranger(kind, one.cast)
    for route, row in POLICY.items():
        if route.startswith("GET") and not row.aimed:
            answer = ask(door, route, row, one)
            assert answer.status_code < 500, route
            tells_no_secret(answer, one, route)


def tells_no_secret(answer: HttpResponse, one: Scene, route: str) -> None:
    """Check that an answer, refusals too, holds no word of the home centre's customers and work."""
    text = answer.content.decode()
    told = [secret for secret in one.secrets() if secret and secret in text]
    assert told == [], f"{route} tells {told}"


def test_the_same_stranger_gets_in_with_a_role_here(one: Scene) -> None:
    """The twin: it is the role that is missing, and the words that are looked for are there to be found."""
    desk = one.cast.rival.desk
    give_role(actor=SYSTEM, user_id=desk.id, role="staff", center_id=one.cast.home.center.id)
    route = "GET /api/staff/board"
    answer = ask(Door(desk), route, POLICY[route], one)
    assert answer.status_code == 200
    with pytest.raises(AssertionError, match="tells"):
        tells_no_secret(answer, one, route)
