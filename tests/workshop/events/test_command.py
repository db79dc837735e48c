"""A command is one transaction: it raises or returns, and never shrugs."""

from collections.abc import Callable
from threading import Event as Signal
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connection, transaction

from tests.crowd import at_once
from tests.door import somebody
from tests.workshop.events.happenings import Tapped, numbers, stream, tap
from workshop.accounts.models import User
from workshop.events import log
from workshop.events.command import command
from workshop.events.models import Event, StreamHead
from workshop.kernel.actor import SYSTEM, Actor, Origin

pytestmark = pytest.mark.django_db


def test_what_a_nested_command_records_comes_with_the_outermost() -> None:
    name = stream()

    @command
    def outer() -> None:
        tap(to=name, place=1)
        assert numbers(name) == []
        tap(to=name, place=2)

    outer()
    assert [event.data["place"] for event in Event.objects.filter(stream=name).order_by("number")] == [1, 2]


def test_a_command_that_fails_leaves_nothing() -> None:
    name = stream()

    @command
    def fails() -> None:
        tap(to=name)
        User.objects.create(email="meena@example.com")
        raise LookupError

    with pytest.raises(LookupError):
        fails()
    assert not Event.objects.exists()
    assert not StreamHead.objects.exists()
    assert not User.objects.exists()


@pytest.mark.usefixtures("committed")
def test_a_command_inside_another_transaction_leaves_the_end_to_it() -> None:
    name = stream()
    with transaction.atomic():
        tap(to=name)
        transaction.set_rollback(True)
    assert not Event.objects.exists()
    tap(to=name)
    assert numbers(name) == [1]


def test_recording_outside_of_a_command_is_a_mistake() -> None:
    with pytest.raises(RuntimeError):
        log.record(Tapped(stream=stream(), subject="job:1"), actor=SYSTEM)


def test_history_says_who_did_it_and_from_where() -> None:
    me = Actor("person", uuid4(), origin=Origin("203.0.113.7", "Firefox"))
    person = somebody()

    @command
    def rename(*, actor: Actor) -> None:
        person.phone = "+919800000001"
        person.save()

    rename(actor=me)
    context = person.history.latest("pgh_id").pgh_context
    assert context == {
        "command": "rename",
        "actor_kind": "person",
        "actor_id": str(me.id),
        "ip_address": "203.0.113.7",
        "user_agent": "Firefox",
    }


def test_history_cannot_be_rewritten() -> None:
    person = somebody()
    for query in (
        "UPDATE accounts_userhistory SET email = 'x' WHERE id = %s",
        "DELETE FROM accounts_userhistory WHERE id = %s",
    ):
        with pytest.raises(Exception, match="pgtrigger"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(query, [person.id])
    assert person.history.count() == 1


def lock_crosswise(wrap: Callable[[Callable[[int], int]], Callable[[int], int]]) -> list[Any]:
    """Let two transactions each lock one of two people, and then the other's."""
    people = [somebody(), somebody()]
    holds = [Signal(), Signal()]

    def lock_both(first: int) -> int:
        second = 1 - first
        User.objects.select_for_update().get(pk=people[first].pk)
        holds[first].set()
        assert holds[second].wait(10)
        User.objects.select_for_update().get(pk=people[second].pk)
        return first

    return at_once(wrap(lock_both), [0, 1])


@pytest.mark.usefixtures("committed")
def test_commands_that_deadlock_are_tried_again_and_all_succeed() -> None:
    assert lock_crosswise(command) == [0, 1]


@pytest.mark.usefixtures("committed")
def test_twin_of_two_bare_transactions_that_deadlock_one_fails() -> None:
    results = lock_crosswise(transaction.atomic)
    assert [type(result) for result in results].count(OperationalError) == 1
