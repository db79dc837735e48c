"""POST /api/technicians/steps/{id}/undo."""

from tests.api.conftest import As
from tests.api.working import complete, path, shown, start
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
