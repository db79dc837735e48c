"""POST /api/technicians/steps/{id}/skip."""

from tests.api.conftest import As
from tests.api.working import path, shown, verbs
from tests.cast import House
from workshop.jobs.sheet import Sheet


def test_a_lead_skips_a_step_with_a_reason(as_: As, home: House, card: Sheet) -> None:
    answer = as_(home.lead).does(path(card, 0, "skip"), {"version": 1, "reason": "Drained yesterday"})
    step = shown(answer, card, 0)
    assert (step["status"], step["skip_reason"]) == ("skipped", "Drained yesterday")
    assert answer["job"]["progress"]["total"] == 2


def test_a_technician_skips_nothing(as_: As, home: House, card: Sheet) -> None:
    as_(home.tech).refused(path(card, 0, "skip"), {"reason": "No time"}, status=403, code="lead_required")


def test_a_safety_step_is_never_skipped(as_: As, home: House, card: Sheet) -> None:
    lead = as_(home.lead)
    lead.refused(path(card, 2, "skip"), {"reason": "No time"}, status=403, code="safety_step")
    offered = lead.reads(f"/api/technicians/jobs/{card.job.id}")
    assert "skip" not in verbs(shown(offered, card, 2))


def test_a_reason_is_needed(as_: As, home: House, card: Sheet) -> None:
    problem = as_(home.lead).refused(path(card, 0, "skip"), {}, status=400, code="validation_failed")
    assert list(problem["fields"]) == ["reason"]
