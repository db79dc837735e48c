"""Reactions run once for each event, whoever dies in between."""

import os
import signal
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections

from tests.crowd import at_once
from tests.workshop.events.happenings import Tapped, stream, tap
from workshop.accounts.models import User
from workshop.events import reactions, relay
from workshop.events.event import Recorded
from workshop.events.models import Event, ReactionRun
from workshop.events.react import react
from workshop.events.reactions import reaction
from workshop.kernel.clock import real_now

pytestmark = pytest.mark.django_db
NAME = "workshop.greet"
trouble: list[Any] = []


@pytest.fixture(autouse=True)
def _greeter() -> Iterator[None]:
    """React to a tap by making a person, after whatever `trouble` does."""

    @reaction(Tapped)
    def greet(event: Recorded) -> None:
        User.objects.create(email=f"{event.number}@example.com")
        for make in trouble:
            make()

    yield
    trouble.clear()
    reactions._by_event.pop(Tapped.name)
    reactions._by_name.pop(NAME)


def handed() -> list[tuple[str, str]]:
    """Hand over what is due and return it."""
    published: list[tuple[str, str]] = []
    relay.hand_over(lambda event_id, name: published.append((event_id, name)))
    return published


def due_again() -> None:
    ReactionRun.objects.update(due_at=real_now() - timedelta(seconds=1))


def test_every_event_is_collected_once_handed_over_once_and_reacted_to_once() -> None:
    name = stream()
    for _ in range(3):
        tap(to=name)
    assert relay.collect() == 1
    assert relay.collect() == 0
    published = handed()
    assert len(published) == 3
    assert handed() == []
    for event_id, reaction_name in published:
        assert react(event_id, reaction_name) is True
        assert react(event_id, reaction_name) is False
    assert User.objects.count() == 3
    assert set(ReactionRun.objects.values_list("state", flat=True)) == {"done"}


def test_a_broker_that_is_away_costs_a_delay() -> None:
    for _ in range(3):
        tap(to=stream())
    relay.collect()
    published: list[str] = []

    def one_then_gone(event_id: str, name: str) -> None:
        if published:
            raise ConnectionError
        published.append(event_id)

    with pytest.raises(ConnectionError):
        relay.hand_over(one_then_gone)
    assert len(handed()) == 2


def test_a_task_the_broker_lost_is_handed_over_again_after_its_lease() -> None:
    tap(to=stream())
    relay.collect()
    first = handed()
    assert ReactionRun.objects.get().due_at > real_now() + timedelta(seconds=15)
    due_again()
    assert handed() == first


def test_workers_that_are_behind_are_handed_no_more_than_they_have_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(relay, "MOST_HANDED", 2)
    name = stream()
    for _ in range(5):
        tap(to=name)
    relay.collect()
    first = handed()
    assert len(first) == 2
    assert handed() == [], "what waits in the broker longer than its lease would be handed over twice"

    react(*first[0])
    (third,) = handed()
    trouble.append(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        react(*third)
    trouble.clear()
    (fourth,) = handed()
    assert len({*first, third, fourth}) == 4, (
        "what waits to be tried again is with no worker and takes no room"
    )


def test_a_reaction_that_fails_leaves_no_effect_and_backs_off() -> None:
    tap(to=stream())
    relay.collect()
    trouble.append(lambda: 1 / 0)
    ((event_id, name),) = handed()
    with pytest.raises(ZeroDivisionError):
        react(event_id, name)
    run = ReactionRun.objects.get()
    assert (run.state, run.tries) == ("owed", 1)
    assert "ZeroDivisionError" in run.error
    assert run.due_at > real_now()
    assert not User.objects.exists()

    trouble.clear()
    due_again()
    assert handed() == [(event_id, name)]
    assert react(event_id, name) is True
    assert User.objects.count() == 1


def test_a_reaction_is_parked_visibly_after_ten_failures() -> None:
    tap(to=stream())
    relay.collect()
    trouble.append(lambda: 1 / 0)
    for _ in range(relay.MAX_TRIES):
        due_again()
        ((event_id, name),) = handed()
        with pytest.raises(ZeroDivisionError):
            react(event_id, name)
    due_again()
    assert handed() == []
    assert ReactionRun.objects.get().state == "parked"
    assert react(event_id, name) is False


def test_a_reaction_that_left_the_code_is_not_silently_done() -> None:
    tap(to=stream())
    ReactionRun.objects.create(event=Event.objects.get(), reaction="gone.reaction")
    with pytest.raises(LookupError):
        react(Event.objects.get().id, "gone.reaction")
    assert ReactionRun.objects.get().tries == 1


@pytest.mark.usefixtures("committed")
def test_a_worker_killed_in_the_middle_leaves_no_effect_and_the_reaction_runs_again() -> None:
    tap(to=stream())
    relay.collect()
    ((event_id, name),) = handed()
    connections.close_all()
    worker = os.fork()
    if worker == 0:
        trouble.append(lambda: os.kill(os.getpid(), signal.SIGKILL))
        react(event_id, name)
        os._exit(0)
    _, status = os.waitpid(worker, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert not User.objects.exists()

    due_again()
    assert handed() == [(event_id, name)]
    assert react(event_id, name) is True
    assert User.objects.count() == 1


@pytest.mark.usefixtures("committed")
def test_one_reaction_handed_to_eight_workers_runs_once() -> None:
    tap(to=stream())
    relay.collect()
    ((event_id, name),) = handed()
    assert at_once(lambda _: react(event_id, name), range(8)).count(True) == 1
    assert User.objects.count() == 1


@pytest.mark.usefixtures("committed")
def test_a_worker_that_is_there_before_the_next_one_is_published_does_its_work() -> None:
    name = stream()
    for _ in range(3):
        tap(to=name)
    relay.collect()
    done: list[bool] = []
    relay.hand_over(lambda event_id, told: done.extend(at_once(lambda _: react(event_id, told), [0])))
    assert done == [True, True, True]


@pytest.mark.usefixtures("committed")
def test_eight_relays_collect_and_hand_over_each_reaction_once() -> None:
    for _ in range(20):
        tap(to=stream())

    def turn(_: int) -> list[tuple[str, str]]:
        relay.collect()
        return handed()

    results = [*at_once(turn, range(8)), turn(0)]
    published = [pair for result in results if isinstance(result, list) for pair in result]
    assert len(published) == len(set(published)) == 20
