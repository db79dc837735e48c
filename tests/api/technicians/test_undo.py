"""POST /api/technicians/steps/{id}/undo and /api/technicians/jobs/{id}/undo."""

from tests.api.conftest import As
from tests.api.working import complete, finish, job_path, path, shown, start, verbs
from tests.cast import House
from workshop.jobs.models import TimeEntry
from workshop.jobs.sheet import Sheet


def test_everything_a_tap_set_off_is_put_back(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    done = complete(home, card, start_next=True)
    answer = as_(home.tech).does(path(card, 0, "undo"), {"version": done.steps[0].version})
    assert shown(answer, card, 0)["status"] == "in_progress"
    assert shown(answer, card, 1)["status"] == "pending"
    assert TimeEntry.objects.get().ended_at is None


def test_there_is_nothing_to_undo_twice(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    tech = as_(home.tech)
    tech.does(path(card, 0, "undo"))
    tech.refused(path(card, 0, "undo"), status=409, code="nothing_to_undo")


def test_nobody_undoes_what_another_did(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    as_(home.lead).refused(path(card, 0, "undo"), status=409, code="not_yours_to_undo")


def test_a_step_that_changed_since_is_not_undone(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    problem = as_(home.tech).refused(path(card, 0, "undo"), {"version": 1}, status=409, code="stale_version")
    assert problem["version_now"] == 2


def test_a_check_passed_by_mistake_is_taken_back(as_: As, home: House, card: Sheet) -> None:
    finish(home, card)
    lead = as_(home.lead)
    passed = lead.does(job_path(card, "pass-check", "technicians"))
    assert "undo" in verbs(passed["job"])

    answer = lead.does(job_path(card, "undo", "technicians"), {"version": passed["job"]["version"]})

    assert answer["job"]["stage"] == "quality_check"
    assert answer["job"]["ready_at"] is None
    assert "undo" not in verbs(answer["job"])
    assert {step["status"] for step in answer["steps"]} == {"done"}


def test_only_who_passed_it_is_offered_the_way_back(as_: As, home: House, card: Sheet) -> None:
    finish(home, card)
    passed = as_(home.lead).does(job_path(card, "pass-check", "technicians"))
    (offer,) = [action for action in passed["job"]["allowed_actions"] if action["verb"] == "undo"]
    assert offer["only"] == [str(home.lead.id)]
    as_(home.tech).refused(job_path(card, "undo", "technicians"), status=409, code="not_yours_to_undo")


def test_what_was_done_to_a_step_is_not_undone_on_the_card(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    as_(home.tech).refused(job_path(card, "undo", "technicians"), status=409, code="nothing_to_undo")
