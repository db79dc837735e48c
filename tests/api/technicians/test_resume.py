"""POST /api/technicians/steps/{id}/resume."""

import pytest

from tests.api.conftest import As
from tests.api.working import path, shown, start
from tests.cast import House, actor
from workshop.jobs import services as jobs
from workshop.jobs.models import TimeEntry
from workshop.jobs.sheet import Sheet


@pytest.fixture
def paused(home: House, card: Sheet) -> Sheet:
    start(home, card)
    return jobs.pause_step(actor=actor(home.tech), step_id=card.steps[0].id, kind="tool", reason="Torque key")


def test_the_clock_runs_again_and_the_hold_is_released(as_: As, home: House, paused: Sheet) -> None:
    answer = as_(home.tech).does(path(paused, 0, "resume"), {"version": 3})
    assert shown(answer, paused, 0)["running_since"] is not None
    assert answer["job"]["holds"] == []
    assert answer["holds"][0]["released_at"] is not None
    assert TimeEntry.objects.count() == 2


def test_a_step_that_runs_cannot_resume(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    as_(home.tech).refused(path(card, 0, "resume"), status=409, code="illegal_transition")


def test_who_does_not_do_the_step_cannot_resume_it(as_: As, home: House, paused: Sheet) -> None:
    as_(home.lead).refused(path(paused, 0, "resume"), status=403, code="not_your_step")


def test_an_old_version_is_refused(as_: As, home: House, paused: Sheet) -> None:
    problem = as_(home.tech).refused(
        path(paused, 0, "resume"), {"version": 1}, status=409, code="stale_version"
    )
    assert problem["version_now"] == 3
