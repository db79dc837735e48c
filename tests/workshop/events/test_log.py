"""Readers get every event once and in order, or are told to fetch the state again."""

from datetime import timedelta

import pytest

from tests.workshop.events.happenings import numbers, stream, tap
from workshop.events import log
from workshop.events.models import Event, IdempotencyKey, ReactionRun, StreamHead
from workshop.events.tasks import purge
from workshop.kernel.clock import real_now

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=8)


def grow_old(name: str, upto: int) -> None:
    Event.objects.filter(stream=name, number__lte=upto).update(recorded_at=real_now() - LONG_AGO)
    StreamHead.objects.filter(stream=name).update(relayed=log.heads([name])[name])


def test_a_reader_gets_what_came_after_its_number() -> None:
    name = stream()
    for place in range(3):
        tap(to=name, place=place)
    events = log.since(name, 1)
    assert events is not None
    assert [(event.number, event.data["place"]) for event in events] == [(2, 1), (3, 2)]
    assert log.since(name, 3) == []


def test_a_reader_of_one_subject_gets_only_its_events() -> None:
    name = stream()
    for subject in ("job:1", "job:2", "job:1"):
        tap(to=name, subject=subject)
    events = log.since(name, 0, subject="job:1")
    assert events is not None
    assert [event.number for event in events] == [1, 3]


def test_a_number_from_the_future_means_fetch_again() -> None:
    name = stream()
    tap(to=name)
    assert log.since(name, 2) is None


def test_a_stream_without_events_is_empty() -> None:
    name = stream()
    assert log.heads([name]) == {name: 0}
    assert log.since(name, 0) == []


def test_too_many_events_mean_fetch_again(monkeypatch: pytest.MonkeyPatch) -> None:
    name = stream()
    for _ in range(4):
        tap(to=name)
    monkeypatch.setattr(log, "MAX_READ", 3)
    assert log.since(name, 0) is None
    assert log.since(name, 1) is not None


def test_events_are_forgotten_after_seven_days_and_their_readers_fetch_again() -> None:
    name = stream()
    for _ in range(4):
        tap(to=name)
    grow_old(name, 2)
    purge()
    assert log.since(name, 1) is None
    events = log.since(name, 2)
    assert events is not None
    assert [event.number for event in events] == [3, 4]
    tap(to=name)
    assert log.heads([name]) == {name: 5}


def test_numbers_go_on_after_everything_was_forgotten() -> None:
    name = stream()
    for _ in range(2):
        tap(to=name)
    grow_old(name, 2)
    purge()
    assert not Event.objects.filter(stream=name).exists()
    assert log.since(name, 2) == []
    assert log.since(name, 1) is None
    tap(to=name)
    assert [event.number for event in log.since(name, 2) or []] == [3]


def test_events_that_somebody_has_yet_to_react_to_stay() -> None:
    name = stream()
    for _ in range(3):
        tap(to=name)
    grow_old(name, 3)
    owed = Event.objects.get(stream=name, number=2)
    ReactionRun.objects.create(event=owed, reaction="x", state=ReactionRun.State.PARKED)
    purge()
    assert [event.number for event in Event.objects.filter(stream=name).order_by("number")] == [2, 3]


def test_events_that_the_relay_has_not_seen_stay() -> None:
    name = stream()
    tap(to=name)
    grow_old(name, 1)
    StreamHead.objects.filter(stream=name).update(relayed=0)
    purge()
    assert numbers(name) == [1]


def test_keys_are_forgotten_after_fourteen_days() -> None:
    for days in (13, 15):
        IdempotencyKey.objects.create(
            actor="x", key=str(days), fingerprint="", status=200, created_at=real_now() - timedelta(days=days)
        )
    purge()
    assert IdempotencyKey.objects.get().key == "13"
