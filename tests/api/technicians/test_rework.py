"""POST /api/technicians/steps/{id}/rework."""

from tests.api.conftest import As
from tests.api.working import complete, path, shown, start
from tests.cast import House
from workshop.jobs.sheet import Sheet


def test_a_lead_sends_a_step_back_without_starting_a_clock(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    complete(home, card)
    answer = as_(home.lead).does(path(card, 0, "rework"), {"reason": "Still dark"})
    step = shown(answer, card, 0)
    assert (step["status"], step["running_since"], step["completed_at"]) == ("paused", None, None)
    assert step["pause_reason"] == "To do again: Still dark"


def test_a_technician_sends_nothing_back(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    complete(home, card)
    as_(home.tech).refused(path(card, 0, "rework"), {"reason": "x"}, status=403, code="lead_required")


def test_a_step_that_was_not_done_cannot_be_done_again(as_: As, home: House, card: Sheet) -> None:
    as_(home.lead).refused(path(card, 0, "rework"), {"reason": "x"}, status=409, code="illegal_transition")


def test_a_reason_is_needed(as_: As, home: House, card: Sheet) -> None:
    as_(home.lead).refused(path(card, 0, "rework"), {"reason": "  "}, status=400, code="validation_failed")
