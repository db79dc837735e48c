"""/api/users/notifications."""

from typing import Any

import pytest

from tests.api.conftest import As
from tests.cast import Cast, appointment
from tests.workshop.notifications.telling import relayed
from workshop.accounts.models import User
from workshop.events.models import StreamHead

LIST = "/api/users/notifications"


@pytest.fixture
def me(everybody: Cast) -> User:
    """Return a customer who was told of three bookings."""
    for _ in range(3):
        appointment(everybody.home, everybody.customer)
    relayed()
    return everybody.customer


def test_the_list_is_a_live_document_of_ones_own(as_: As, me: User, everybody: Cast) -> None:
    page = as_(me).reads(LIST)
    assert [one["title"] for one in page["results"]] == ["Your visit is booked"] * 3
    assert [one["at"] for one in page["results"]] == sorted(
        (one["at"] for one in page["results"]), reverse=True
    )
    assert (page["inbox"]["unread"], page["topic"]) == (3, "me")
    assert page["seq"] == StreamHead.objects.get(stream=f"person:{me.id}").last
    for other in (everybody.stranger, everybody.home.desk):
        empty = as_(other).reads(LIST)
        assert (empty["results"], empty["inbox"]["unread"]) == ([], 0)


def test_it_comes_in_pages(as_: As, me: User) -> None:
    first = as_(me).reads(f"{LIST}?limit=2")
    second = as_(me).reads(f"{LIST}?limit=2&cursor={first['next']}")
    assert len(first["results"]) == 2
    assert len(second["results"]) == 1


def test_it_is_filtered_by_unread_kind_and_words(as_: As, me: User) -> None:
    door = as_(me)
    first = door.reads(LIST)["results"][0]
    door.does(f"{LIST}/{first['id']}/read")

    def found(query: str) -> list[Any]:
        results: list[Any] = door.reads(f"{LIST}?{query}")["results"]
        return results

    assert len(found("unread=true")) == 2
    assert [one["id"] for one in found("unread=false")] == [first["id"]]
    assert len(found("kind=appointment")) == 3
    assert found("kind=payment") == []
    assert len(found("q=nexon")) == 3
    assert found("q=helicopter") == []


def test_reading_answers_what_changed(as_: As, me: User) -> None:
    door = as_(me)
    first = door.reads(LIST)["results"][0]
    answer = door.does(f"{LIST}/{first['id']}/read")
    assert answer["inbox"]["unread"] == 2
    (read,) = answer["notifications"]
    assert (read["id"], read["is_read"], read["version"]) == (first["id"], True, first["version"] + 1)
    assert door.does(f"{LIST}/read_all")["inbox"]["unread"] == 0
    assert door.reads(LIST)["inbox"]["unread"] == 0
    assert door.does(f"{LIST}/read_all")["notifications"] == []


def test_a_stranger_reads_nothing(as_: As, me: User, everybody: Cast) -> None:
    first = as_(me).reads(LIST)["results"][0]
    path = f"{LIST}/{first['id']}/read"
    as_(everybody.stranger).refused(path, status=404, code="not_found")
    as_(None).refused(path, status=401, code="not_signed_in")
    as_(None).refused(f"{LIST}/read_all", status=401, code="not_signed_in")
