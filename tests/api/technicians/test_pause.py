"""POST /api/technicians/steps/{id}/pause."""

import pytest

from tests.api.conftest import As
from tests.api.working import path, shown, start, verbs
from tests.cast import House
from workshop.jobs.models import Hold, TimeEntry
from workshop.jobs.sheet import Sheet


@pytest.fixture
def running(home: House, card: Sheet) -> Sheet:
    return start(home, card)


def test_waiting_for_a_part_stops_the_clock_and_opens_a_hold(as_: As, home: House, running: Sheet) -> None:
    answer = as_(home.tech).does(
        path(running, 0, "pause"), {"version": 2, "kind": "parts", "reason": "Brake pads due 14:20"}
    )
    step = shown(answer, running, 0)
    assert step["status"] == "paused"
    assert step["pause_reason"] == "Brake pads due 14:20"
    assert answer["job"]["state"] == "blocked"
    assert [hold["kind"] for hold in answer["holds"]] == ["parts"]
    assert TimeEntry.objects.get().ended_at is not None


def test_a_break_opens_no_hold(as_: As, home: House, running: Sheet) -> None:
    answer = as_(home.tech).does(path(running, 0, "pause"), {"kind": "break"})
    assert "holds" not in answer
    assert not Hold.objects.exists()


def test_a_lead_may_stop_the_clock_of_another(as_: As, home: House, running: Sheet) -> None:
    answer = as_(home.lead).does(path(running, 0, "pause"), {"kind": "other", "reason": "Fire drill"})
    assert verbs(shown(answer, running, 0)) == ["resume", "skip", "undo"]


def test_another_reason_is_said_in_words(as_: As, home: House, running: Sheet) -> None:
    problem = as_(home.tech).refused(
        path(running, 0, "pause"), {"kind": "other"}, status=400, code="reason_required"
    )
    assert list(problem["fields"]) == ["reason"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "kind"),
        ({"kind": "weather"}, "kind"),
        ({"kind": ["parts"]}, "kind"),
        ({"kind": "parts", "reason": "x" * 241}, "reason"),
        ({"kind": "parts", "because": "it rains"}, "because"),
    ],
)
def test_a_body_that_is_wrong_names_the_field(
    as_: As, home: House, running: Sheet, body: dict[str, object], field: str
) -> None:
    problem = as_(home.tech).refused(path(running, 0, "pause"), body, status=400, code="validation_failed")
    assert list(problem["fields"]) == [field]


def test_a_step_that_does_not_run_cannot_pause(as_: As, home: House, card: Sheet) -> None:
    problem = as_(home.tech).refused(
        path(card, 0, "pause"), {"kind": "break"}, status=409, code="illegal_transition"
    )
    assert verbs(problem) == ["start"]
