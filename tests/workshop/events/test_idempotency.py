"""One key, one effect, one answer."""

from typing import Any

import orjson
import pytest

from tests.crowd import at_once, told
from tests.workshop.events.happenings import numbers, stream, tap
from workshop.events.command import Outcome, perform
from workshop.events.idempotency import Answer, Key
from workshop.events.models import IdempotencyKey
from workshop.kernel.actor import SYSTEM
from workshop.kernel.errors import Conflict, Invalid

pytestmark = pytest.mark.django_db


def key(text: str = "one", *, actor: str = "person:1", body: Any = None) -> Key:
    return Key.of(actor=actor, text=text, request={"path": "/taps", "body": body})


def tap_once(name: str, sent: Key | None) -> Outcome:
    return perform(
        lambda: tap(to=name),
        actor=SYSTEM,
        name="tap",
        key=sent,
        render=lambda result: Answer(201, orjson.dumps({"numbers": len(numbers(name)), "said": result})),
    )


def test_the_second_request_gets_the_first_answer_and_has_no_effect() -> None:
    name = stream()
    first, second = tap_once(name, key()), tap_once(name, key())
    assert numbers(name) == [1]
    assert (first.replayed, second.replayed) == (False, True)
    assert first.answer == second.answer == Answer(201, b'{"numbers":0,"said":0}')


def test_the_key_of_another_body_is_refused() -> None:
    name = stream()
    tap_once(name, key(body={"step": 1}))
    with pytest.raises(Invalid) as refusal:
        tap_once(name, key(body={"step": 2}))
    assert refusal.value.code == "idempotency_key_reused"
    assert numbers(name) == [1]


def test_the_order_of_a_bodys_names_does_not_matter() -> None:
    assert key(body={"a": 1, "b": 2}) == key(body={"b": 2, "a": 1})


def test_two_people_may_use_the_same_key() -> None:
    name = stream()
    tap_once(name, key(actor="person:1"))
    tap_once(name, key(actor="person:2"))
    assert numbers(name) == [1, 2]


def test_a_failure_is_not_kept() -> None:
    def fails() -> None:
        raise Conflict("slot_taken")

    with pytest.raises(Conflict):
        perform(fails, actor=SYSTEM, name="fails", key=key(), render=lambda _: Answer(200, b"{}"))
    assert not IdempotencyKey.objects.exists()
    name = stream()
    assert not tap_once(name, key()).replayed
    assert numbers(name) == [1]


@pytest.mark.usefixtures("committed")
def test_of_sixteen_requests_with_one_key_at_once_one_has_an_effect() -> None:
    name = stream()
    results = at_once(lambda sent: tap_once(name, sent), [key()] * 16)
    assert numbers(name) == [1]
    answers = [result for result in results if isinstance(result, Outcome)]
    assert len(answers) + told(results, "request_in_flight") == 16
    assert {orjson.loads(result.answer.body or b"")["said"] for result in answers if result.answer} == {0}
    assert tap_once(name, key()).replayed


@pytest.mark.usefixtures("committed")
def test_twin_without_a_key_sixteen_requests_have_sixteen_effects() -> None:
    name = stream()
    at_once(lambda sent: tap_once(name, sent), [None] * 16)
    assert numbers(name) == list(range(1, 17))
