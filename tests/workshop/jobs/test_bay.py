"""A bay takes one vehicle at a time that is worked on, whoever moves it there first."""

from threading import Event as Signal

import pytest

from tests.api.working import complete, finish, start
from tests.cast import House, actor, cast, open_job
from tests.crowd import at_once, somebody_waits, told, wait_until
from workshop.events.command import command
from workshop.jobs import services as jobs
from workshop.jobs.models import JobCard
from workshop.jobs.sheet import Sheet
from workshop.kernel.errors import Conflict


def begun(house: House) -> Sheet:
    """Return a card that is worked on, with its vehicle outside of the bays."""
    sheet = open_job(house)
    jobs.move_job(actor=actor(house.desk), job_id=sheet.job.id, bay_id=None)
    start(house, sheet)
    return complete(house, sheet)


@pytest.mark.usefixtures("committed")
def test_a_vehicle_moved_while_another_is_being_moved_there_finds_the_bay_taken() -> None:
    home = cast().home
    bay, first, second = home.bays[2], begun(home), begun(home)
    moved, tried = Signal(), Signal()

    def move(sheet: Sheet) -> None:
        jobs.move_job(actor=actor(home.desk), job_id=sheet.job.id, bay_id=bay.id)

    @command
    def move_and_linger() -> None:
        move(first)
        moved.set()
        wait_until(lambda: tried.is_set() or somebody_waits())

    def move_after() -> None:
        assert moved.wait(10)
        try:
            move(second)
        finally:
            tried.set()

    results = at_once(lambda act: act(), [move_and_linger, move_after])

    assert told(results, "bay_taken") == 1
    assert JobCard.objects.get(bay=bay).pk == first.job.pk


@pytest.mark.django_db
def test_a_vehicle_at_its_check_keeps_its_bay_and_one_that_waits_may_be_planned_for_it() -> None:
    home = cast().home
    bay, checked, waiting = home.bays[2], open_job(home), open_job(home)
    jobs.move_job(actor=actor(home.desk), job_id=checked.job.id, bay_id=bay.id)
    assert finish(home, checked).job.stage == "quality_check"
    worked = begun(home)

    with pytest.raises(Conflict) as refusal:
        jobs.move_job(actor=actor(home.desk), job_id=worked.job.id, bay_id=bay.id)
    assert refusal.value.code == "bay_taken"
    assert "is being checked in" in refusal.value.detail
    jobs.move_job(actor=actor(home.desk), job_id=waiting.job.id, bay_id=bay.id)
