"""POST /api/technicians/steps/{id}/complete."""

import pytest

from tests.api.conftest import As
from tests.api.working import complete, path, shown, start
from tests.cast import House
from workshop.jobs.models import Step, TimeEntry
from workshop.jobs.sheet import Sheet


def test_a_done_step_goes_straight_on_to_the_next(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    answer = as_(home.tech).does(path(card, 0, "complete"), {"version": 2, "start_next": True})
    assert shown(answer, card, 0)["status"] == "done"
    assert shown(answer, card, 1)["status"] == "in_progress"
    assert TimeEntry.objects.get(ended_at__isnull=True).step_id == card.steps[1].id


def test_a_measured_step_keeps_its_reading_and_its_note(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    complete(home, card, start_next=True)
    body = {"reading": "3.5", "note": "Old fluid, customer was told"}
    step = shown(as_(home.tech).does(path(card, 1, "complete"), body), card, 1)
    assert step["reading"] == 3.5
    assert step["notes"] == "Old fluid, customer was told"


def test_the_last_step_sends_the_card_to_its_check(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    complete(home, card, 0, start_next=True)
    complete(home, card, 1, start_next=True)
    answer = as_(home.tech).does(path(card, 2, "complete"))
    assert answer["job"]["stage"] == "quality_check"
    assert answer["job"]["progress"] == {"done": 3, "total": 3, "minutes_left": 0}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "reading_required"),
        ({"reading": "3.5"}, "reading_out_of_limits"),
        ({"reading": -1}, "reading_out_of_limits"),
        ({"reading": "three"}, "validation_failed"),
        ({"reading": "1e400"}, "validation_failed"),
        ({"reading": "1.23456"}, "validation_failed"),
    ],
)
def test_a_reading_that_is_missing_or_wrong_names_the_field(
    as_: As, home: House, card: Sheet, body: dict[str, object], code: str
) -> None:
    start(home, card)
    complete(home, card, start_next=True)
    problem = as_(home.tech).refused(path(card, 1, "complete"), body, status=400, code=code)
    assert list(problem["fields"]) == ["reading"]


def test_a_step_that_takes_no_reading_refuses_one(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    as_(home.tech).refused(path(card, 0, "complete"), {"reading": 2}, status=400, code="no_reading_here")


def test_a_step_that_was_not_started_cannot_be_done(as_: As, home: House, card: Sheet) -> None:
    problem = as_(home.tech).refused(path(card, 0, "complete"), status=409, code="illegal_transition")
    assert problem["current"]["steps"][0]["status"] == "pending"
    assert Step.objects.get(pk=card.steps[0].id).clocked == 0


def test_another_technician_cannot_finish_it(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    as_(home.lead).refused(path(card, 0, "complete"), status=403, code="not_your_step")
