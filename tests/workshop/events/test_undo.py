"""An undo puts back everything a command set off, for the same person, within ten seconds."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cast import Cast, cast
from tests.workshop.events.happenings import Tapped, stream, tap
from workshop.centers.models import Bay
from workshop.events import log, undo
from workshop.events.command import command
from workshop.events.models import Event
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

pytestmark = pytest.mark.django_db
ME = Actor("person", uuid4())


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def name() -> str:
    return stream()


@command
def rename_and_add(*, actor: Actor, bay: Bay, to: str) -> Bay:
    undo.remember(bay)
    bay.name, bay.version = "Renamed", bay.version + 1
    bay.save()
    added = Bay.objects.create(center=bay.center, name="Added", kind="general")
    undo.remember_new(added)
    log.record(Tapped(stream=to, subject=f"bay:{bay.id}"), actor=actor, undoable=True)
    return added


@command
def revert(*, actor: Actor, bay: Bay, name: str) -> undo.Reverted:
    return undo.revert(actor=actor, stream=name, subject=f"bay:{bay.id}")


def test_everything_is_put_back_and_the_version_goes_on(everybody: Cast, name: str) -> None:
    bay = everybody.home.bays[0]
    before = bay.name
    added = rename_and_add(actor=ME, bay=bay, to=name)
    done = revert(actor=ME, bay=bay, name=name)

    bay.refresh_from_db()
    assert (bay.name, bay.version) == (before, 3)
    assert not Bay.objects.filter(pk=added.pk).exists()
    assert done.removed == {"centers.bay": [added.pk]}
    assert [row.pk for row in done.restored] == [bay.pk]


def refused(bay: Bay, name: str, actor: Actor = ME) -> str:
    with pytest.raises(Conflict) as refusal:
        revert(actor=actor, bay=bay, name=name)
    bay.refresh_from_db()
    assert bay.name == "Renamed"
    return refusal.value.code


def test_somebody_else_cannot_undo_it(everybody: Cast, name: str) -> None:
    bay = everybody.home.bays[0]
    rename_and_add(actor=ME, bay=bay, to=name)
    assert refused(bay, name, Actor("person", uuid4())) == "not_yours_to_undo"


def test_after_ten_seconds_it_is_too_late(everybody: Cast, name: str) -> None:
    bay = everybody.home.bays[0]
    rename_and_add(actor=ME, bay=bay, to=name)
    Event.objects.filter(stream=name).update(recorded_at=real_now() - timedelta(seconds=11))
    assert refused(bay, name) == "undo_too_late"


def test_what_happened_since_stands_in_the_way(everybody: Cast, name: str) -> None:
    bay = everybody.home.bays[0]
    rename_and_add(actor=ME, bay=bay, to=name)
    tap(to=name, subject=f"bay:{bay.id}", actor=ME)
    assert refused(bay, name) == "nothing_to_undo"


def test_what_happened_to_something_else_does_not(everybody: Cast, name: str) -> None:
    bay = everybody.home.bays[0]
    rename_and_add(actor=ME, bay=bay, to=name)
    tap(to=name, subject="job:2")
    assert revert(actor=ME, bay=bay, name=name).restored


def test_where_nothing_happened_there_is_nothing_to_undo(everybody: Cast, name: str) -> None:
    with pytest.raises(Conflict) as refusal:
        revert(actor=ME, bay=everybody.home.bays[0], name=name)
    assert refusal.value.code == "nothing_to_undo"
