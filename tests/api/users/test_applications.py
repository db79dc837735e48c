"""/api/users/applications, and what the network answers them."""

import pytest

from tests.api.answering import Caller, body_of
from tests.api.conftest import As
from tests.cast import Cast, application
from workshop.centers.models import ServiceCenter

APPLICATIONS = "/api/users/applications"
CENTERS = "/api/admin/service-centers"


@pytest.fixture
def applied(everybody: Cast) -> ServiceCenter:
    return application(everybody.customer, "Guindy Motors")


@pytest.fixture
def network(as_: As, everybody: Cast) -> Caller:
    return as_(everybody.network)


def verbs(shown: dict[str, list[dict[str, str]]]) -> list[str]:
    return [offer["verb"] for offer in shown["allowed_actions"]]


def test_one_sees_ones_own_and_nobody_elses(as_: As, everybody: Cast, applied: ServiceCenter) -> None:
    application(everybody.stranger, "Porur Motors")
    (shown,) = as_(everybody.customer).reads(f"{APPLICATIONS}?status=applied&q=guindy")["results"]
    assert (shown["id"], shown["status"]) == (str(applied.id), "applied")
    assert shown["applicant"]["email"] == everybody.customer.email
    as_(None).refused(APPLICATIONS, status=401, code="not_signed_in", method="GET")


def test_from_rejection_to_approval(
    as_: As, everybody: Cast, network: Caller, applied: ServiceCenter
) -> None:
    path, customer = f"{CENTERS}/{applied.id}", as_(everybody.customer)
    shown = network.reads(path)
    assert verbs(shown) == ["approve", "reject"]
    assert shown["allowed_actions"][0]["except"] == [str(everybody.customer.id)]
    rejected = network.does(f"{path}/reject", {"reason": "No lift", "version": shown["version"]})
    assert (rejected["status"], rejected["rejected_reason"], verbs(rejected)) == (
        "rejected",
        "No lift",
        ["apply_again"],
    )
    assert rejected["allowed_actions"][0]["only"] == [str(everybody.customer.id)]

    (own,) = customer.reads(APPLICATIONS)["results"]
    again = customer.does(f"{APPLICATIONS}/{applied.id}/apply-again", own | {"about": "A lift now"})
    assert (again["status"], again["about"], again["rejected_reason"]) == ("applied", "A lift now", "")

    approved = network.does(f"{path}/approve", {"code": "GDY"})
    assert (approved["status"], approved["code"], verbs(approved)) == ("approved", "GDY", [])
    assert [row["name"] for row in customer.reads(CENTERS)["results"]] == ["Guindy Motors"]


def test_a_decision_that_comes_late_is_told_how_it_is(network: Caller, applied: ServiceCenter) -> None:
    path = f"{CENTERS}/{applied.id}"
    network.does(f"{path}/approve")
    problem = network.refused(f"{path}/reject", {"reason": "x"}, status=409, code="illegal_transition")
    assert problem["current"]["center"]["status"] == "approved"
    assert problem["allowed_actions"] == []
    network.refused(f"{path}/approve", {"version": 1}, status=409, code="stale_version")


def test_only_the_network_decides(as_: As, everybody: Cast, applied: ServiceCenter) -> None:
    path = f"{CENTERS}/{applied.id}/approve"
    for who in (everybody.home.admin, everybody.customer):
        as_(who).refused(path, status=403, code="insufficient_permissions")


def test_what_is_sent_is_checked(network: Caller, as_: As, everybody: Cast, applied: ServiceCenter) -> None:
    path = f"{CENTERS}/{applied.id}"
    for verb, body in (
        ("approve", {"code": "lower"}),
        ("reject", {}),
        ("reject", {"reason": ""}),
        ("approve", {"by": "me"}),
    ):
        network.refused(f"{path}/{verb}", body, status=400, code="validation_failed")
    network.does(f"{path}/reject", {"reason": "No lift"})
    again = f"{APPLICATIONS}/{applied.id}/apply-again"
    customer = as_(everybody.customer)
    customer.refused(again, {"status": "approved"}, status=400, code="validation_failed")
    customer.refused(again, {"version": 9}, status=409, code="stale_version")
    body_of(as_(everybody.stranger).post(again, {}), 404)
    customer.refused(again, {"postcode": "990001"}, status=400, code="postcode_unknown")
