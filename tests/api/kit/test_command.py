"""A retry with the same key has one effect and one answer."""

from uuid import uuid4

import pytest

from tests.cast import Cast, cast
from tests.door import Door
from tests.workshop.events.happenings import numbers, stream
from workshop.events.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.kit.sample")]


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def desk(api: Door, everybody: Cast) -> Door:
    return api.as_(everybody.home.desk)


def test_the_service_runs_and_its_shape_is_the_answer(desk: Door, everybody: Cast) -> None:
    name = stream()
    answer = desk.post(f"/api/taps/{name}", {"place": 7})
    assert (answer.status_code, answer.json()) == (201, {"said": 1, "id": str(everybody.home.desk.id)})
    assert Event.objects.get(stream=name).data == {"place": 7}
    assert Event.objects.get(stream=name).actor_id == everybody.home.desk.id


def test_the_same_key_has_one_effect_and_one_answer(desk: Door) -> None:
    name, key = stream(), str(uuid4())
    answers = [desk.post(f"/api/taps/{name}", {"place": 7}, Idempotency_Key=key) for _ in range(3)]
    assert numbers(name) == [1]
    assert {(answer.status_code, answer.content) for answer in answers[1:]} == {
        (answers[1].status_code, answers[1].content)
    }
    assert answers[0].json() == answers[1].json()
    assert [answer.headers.get("Idempotency-Replayed") for answer in answers] == [None, "true", "true"]


def test_the_same_key_with_another_body_is_unprocessable(desk: Door) -> None:
    name, key = stream(), str(uuid4())
    desk.post(f"/api/taps/{name}", {"place": 7}, Idempotency_Key=key)
    answer = desk.post(f"/api/taps/{name}", {"place": 8}, Idempotency_Key=key)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    other = desk.post(f"/api/taps/{stream()}", {"place": 7}, Idempotency_Key=key)
    assert other.status_code == 422
    assert numbers(name) == [1]


def test_the_key_of_one_person_is_not_anothers(api: Door, desk: Door, everybody: Cast) -> None:
    name, key = stream(), str(uuid4())
    desk.post(f"/api/taps/{name}", {"place": 7}, Idempotency_Key=key)
    answer = api.as_(everybody.home.tech).post(f"/api/taps/{name}", {"place": 7}, Idempotency_Key=key)
    assert answer.status_code == 201
    assert "Idempotency-Replayed" not in answer.headers
    assert numbers(name) == [1, 2]


def test_a_refused_body_leaves_the_key_free(desk: Door) -> None:
    name, key = stream(), str(uuid4())
    assert desk.post(f"/api/taps/{name}", {"place": 100}, Idempotency_Key=key).status_code == 400
    assert desk.post(f"/api/taps/{name}", {"place": 99}, Idempotency_Key=key).status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 101, "a\tb"])
def test_a_key_that_is_none_is_refused(desk: Door, key: str) -> None:
    name = stream()
    answer = desk.post(f"/api/taps/{name}", {"place": 7}, Idempotency_Key=key)
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_invalid")
    assert numbers(name) == []
