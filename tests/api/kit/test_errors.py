"""Every refusal is a problem a person can read and a program can decide by."""

from typing import Any

import pytest

from tests.door import Door

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]

CASES = [
    ("invalid", 400, "wrong_way"),
    ("unauthenticated", 401, "not_signed_in"),
    ("forbidden", 403, "insufficient_permissions"),
    ("not_found", 404, "not_found"),
    ("conflict", 409, "slot_taken"),
    ("too_many", 429, "too_many_requests"),
    ("reused", 422, "idempotency_key_reused"),
    ("http404", 404, "not_found"),
    ("denied", 403, "permission_denied"),
    ("nested", 400, "validation_failed"),
    ("model", 400, "validation_failed"),
    ("unique", 409, "email_taken"),
    ("check", 400, "value_not_allowed"),
    ("null", 400, "value_not_allowed"),
    ("foreign", 409, "already_exists"),
    ("number", 400, "value_out_of_range"),
    ("nul", 400, "value_out_of_range"),
    ("protected", 409, "protected"),
    ("away", 503, "database_unavailable"),
    ("bug", 500, "server_error"),
]


def refused(api: Door, kind: str) -> tuple[Any, dict[str, Any]]:
    answer = api.get(f"/api/trouble/{kind}")
    return answer, answer.json()


@pytest.mark.parametrize(("kind", "status", "code"), CASES)
def test_every_trouble_is_a_problem_with_a_code(api: Door, kind: str, status: int, code: str) -> None:
    answer, body = refused(api, kind)
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == answer["X-Request-Id"]


def test_a_refusal_says_what_happened_what_to_do_and_about_which_field(api: Door) -> None:
    _, body = refused(api, "invalid")
    assert (body["detail"], body["next"], body["fields"]) == ("Not like this.", "Like that.", {"x": ["Bad."]})


def test_a_refusal_carries_what_the_service_added(api: Door) -> None:
    assert refused(api, "conflict")[1]["free"] == ["10:00"]


def test_fields_inside_lists_are_named_by_their_place(api: Door) -> None:
    assert refused(api, "nested")[1]["fields"] == {"lines.1.price": ["Too low."], "body": ["No."]}


@pytest.mark.parametrize(("kind", "seconds"), [("too_many", "61"), ("away", "2")])
def test_who_shall_come_back_learns_when(api: Door, kind: str, seconds: str) -> None:
    assert refused(api, kind)[0]["Retry-After"] == seconds


def test_a_bug_tells_nothing_of_itself(api: Door) -> None:
    assert "Zero" not in str(refused(api, "bug")[1])


def test_the_request_id_of_a_proxy_is_kept_and_a_strange_one_is_not(api: Door) -> None:
    kept = api.get("/api/trouble/conflict", X_Request_Id="abcdef-0123456789")
    assert kept.json()["request_id"] == "abcdef-0123456789"
    strange = api.get("/api/trouble/conflict", X_Request_Id="<script>alert()</script>")
    assert strange.json()["request_id"].isalnum()


def test_an_address_that_does_not_exist_is_a_problem_too(api: Door) -> None:
    answer = api.get("/api/nowhere")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_method_that_does_not_exist_is_a_problem_too(api: Door) -> None:
    answer = api.delete("/api/echo")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert "Allow" in answer.headers
    assert "Allow" in answer.json()["next"]


def test_a_foreign_host_is_a_problem_too(api: Door) -> None:
    answer = api.get("/api/who", Host="evil.example")
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
