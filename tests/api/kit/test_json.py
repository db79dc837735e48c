"""A body is one JSON object of honest size."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from api.kit.json import BODY_LIMIT, dumps
from tests.door import Door

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[]",
        '"text"',
        "1",
        "null",
        "true",
        "{'single': 1}",
        '{"a": NaN}',
        '{"a": 1} {"b": 2}',
        '{"a": "\\ud800"}',
        b'{"a": "\xff"}',
        '{"a": "before\\u0000after"}',
        '{"a": {"b": ["\\u0000"]}}',
        '{"\\u0000": 1}',
        '{"a":' * 2000 + "1" + "}" * 2000,
    ],
)
def test_what_is_not_one_json_object_is_refused(api: Door, body: str | bytes) -> None:
    answer = api.post("/api/echo", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "json_invalid")


def test_an_empty_body_is_an_empty_object(api: Door) -> None:
    assert api.post("/api/echo", b"").json()["body"] == {}
    assert api.post("/api/echo", b"  \n").json()["body"] == {}


def test_a_backslash_that_only_looks_like_nul_is_fine(api: Door) -> None:
    assert api.post("/api/echo", r'{"a": "\\u0000"}').json()["body"] == {"a": "\\u0000"}


def test_a_body_one_byte_too_large_is_refused(api: Door) -> None:
    frame = '{"a": "%s"}'
    fits = frame % ("x" * (BODY_LIMIT - len(frame) + 2))
    assert len(fits) == BODY_LIMIT
    assert api.post("/api/echo", fits).status_code == 200
    answer = api.post("/api/echo", fits + " ")
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_another_media_type_is_refused(api: Door) -> None:
    answer = api.client.post("/api/echo", "a=1", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


def test_moments_decimals_and_ids_are_texts() -> None:
    moment = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    said = {"at": moment, "amount": Decimal("1499.00"), "id": UUID(int=1)}
    assert (
        dumps(said)
        == b'{"at":"2026-11-20T09:30:00Z","amount":"1499.00","id":"00000000-0000-0000-0000-000000000001"}'
    )
