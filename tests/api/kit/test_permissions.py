"""Every route names a permission, and only who holds it passes."""

from typing import Any

import pytest
from django.test import override_settings

from api.kit import routes
from api.kit.permissions import allows, named
from tests.api.kit.sample import Tap
from tests.cast import Cast, cast
from tests.door import Door, somebody
from workshop.accounts.permissions import ADMIN, CUSTOMER, EVERYTHING, NETWORK, STAFF, TECHNICIAN
from workshop.kernel.actor import Actor, Role

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_a_visitor_is_asked_to_sign_in_and_a_person_without_the_permission_is_refused(
    api: Door, everybody: Cast
) -> None:
    assert api.post("/api/taps/x", {}).json()["code"] == "not_signed_in"
    customer = api.as_(everybody.customer).post("/api/taps/x", {"place": 1})
    assert (customer.status_code, customer.json()["code"]) == (403, "insufficient_permissions")
    assert customer.json()["next"]


def test_only_the_network_holds_what_is_the_networks(api: Door, everybody: Cast) -> None:
    assert api.as_(everybody.home.admin).get("/api/network").status_code == 403
    assert api.as_(everybody.network).get("/api/network").status_code == 200


def test_a_method_may_have_a_permission_of_its_own(api: Door) -> None:
    door = api.as_(somebody())
    assert named(Tap, "GET") == named(Tap, "HEAD") == named(Tap, "OPTIONS") == "signed_in"
    assert door.post("/api/taps/x", {"place": 1}).status_code == 403


@pytest.mark.parametrize(
    ("role", "held"), [("customer", CUSTOMER), ("staff", STAFF), ("technician", TECHNICIAN), ("admin", ADMIN)]
)
def test_a_role_holds_its_names_and_everyone_holds_the_customers(role: str, held: frozenset[str]) -> None:
    center = somebody().id
    actor = Actor("person", center, roles=(Role(role, center),))
    holding = {name for name in EVERYTHING if allows(actor, name)}
    assert holding == (EVERYTHING - NETWORK if role == "admin" else held | CUSTOMER)


@pytest.mark.parametrize(
    ("kind", "held"), [("visitor", set()), ("link", set()), ("system", set()), ("device", {"read:floor"})]
)
def test_whoever_is_no_person_holds_no_permission_but_a_screen_looks(kind: Any, held: set[str]) -> None:
    actor = Actor(kind, roles=(Role("admin", None),))
    assert {name for name in EVERYTHING | {"signed_in"} if allows(actor, name)} == held


def test_every_route_there_is_names_a_permission() -> None:
    with override_settings(ROOT_URLCONF="api.urls"):
        assert routes.check_permissions() == []
        assert len(list(routes.routes())) > 10


class Nameless(Tap):
    permission = None  # type: ignore[assignment]


class Misspelt(Tap):
    permission = {"GET": "read:floor", "POST": "update:service_progres"}


class HalfNamed(Tap):
    permission = {"GET": "read:floor"}


@pytest.mark.parametrize("view", [Nameless, Misspelt, HalfNamed])
def test_a_route_without_a_known_permission_is_refused_at_start_up(
    monkeypatch: pytest.MonkeyPatch, view: type[Tap]
) -> None:
    monkeypatch.setattr(routes, "routes", lambda: iter([("/api/taps", view)]))
    errors = routes.check_permissions()
    assert {error.id for error in errors} == {"api.E001"}
    assert view.__name__ in str(errors[0].hint)
