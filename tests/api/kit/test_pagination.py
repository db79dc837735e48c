"""A list is walked from end to end and back, whatever comes and goes meanwhile."""

import base64

import pytest

from tests.door import Door
from workshop.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]


def people(count: int) -> list[str]:
    return [User.objects.create(email=f"{place}@example.com").email or "" for place in range(count)]


def emails(page: dict[str, list[dict[str, str]]]) -> list[str]:
    return [person["email"] for person in page["results"]]


def test_every_row_comes_once_newest_first(api: Door) -> None:
    made = people(7)
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        page = api.get(f"/api/people?limit=3&cursor={cursor}").json()
        seen += emails(page)
        cursor = page["next"]
    assert sorted(seen) == sorted(made)
    ids = list(User.objects.filter(email__in=seen).order_by("-id").values_list("email", flat=True))
    assert seen == ids


def test_what_is_added_meanwhile_shifts_nothing(api: Door) -> None:
    made = people(4)
    first = api.get("/api/people?limit=2").json()
    User.objects.create(email="late@example.com")
    second = api.get(f"/api/people?limit=2&cursor={first['next']}").json()
    assert {*emails(first), *emails(second)} == set(made)
    assert len(emails(second)) == 2


def test_the_way_back_leads_to_the_same_page(api: Door) -> None:
    people(6)
    first = api.get("/api/people?limit=2").json()
    second = api.get(f"/api/people?limit=2&cursor={first['next']}").json()
    back = api.get(f"/api/people?limit=2&cursor={second['previous']}").json()
    assert emails(back) == emails(first)
    assert first["previous"] is None


def test_a_page_has_two_hundred_rows_at_most(api: Door) -> None:
    User.objects.bulk_create([User(email=f"{place}@example.com") for place in range(201)])
    assert len(api.get("/api/people?limit=1000").json()["results"]) == 200
    assert len(api.get("/api/people").json()["results"]) == 50


def cursor(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "sent",
    [
        "x",
        "!!!",
        "%00",
        "é",
        cursor("nonsense"),
        cursor("o=-1"),
        cursor("o=99999999999999999999"),
        cursor("o=x"),
        cursor("p=not-an-id"),
        cursor("p=%00"),
    ],
)
def test_a_cursor_that_was_not_given_out_is_refused(api: Door, sent: str) -> None:
    people(2)
    answer = api.get(f"/api/people?cursor={sent}")
    assert (answer.status_code, answer.json()["code"]) == (400, "cursor_invalid")
