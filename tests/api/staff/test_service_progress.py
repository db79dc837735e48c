"""PUT /api/staff/service-progress/{step}."""

from typing import Any

import pytest

from tests.api.conftest import As
from tests.api.working import shown, start, verbs
from tests.cast import Cast, House
from workshop.jobs.models import TimeEntry
from workshop.jobs.sheet import Sheet


def path(card: Sheet, step: int = 0) -> str:
    return f"/api/staff/service-progress/{card.steps[step].id}"


def test_statuses_by_either_word_run_the_verbs(as_: As, home: House, card: Sheet) -> None:
    tech, lead = as_(home.tech), as_(home.lead)
    assert shown(tech.puts(path(card), {"status": "in_progress"}), card, 0)["status"] == "in_progress"
    paused = tech.puts(path(card), {"status": "paused", "kind": "parts", "reason": "Pads"})
    assert paused["holds"][0]["kind"] == "parts"
    assert shown(tech.puts(path(card), {"status": "in_progress"}), card, 0)["status"] == "in_progress"
    assert shown(tech.puts(path(card), {"status": "completed"}), card, 0)["status"] == "done"
    assert shown(lead.puts(path(card), {"status": "verified"}), card, 0)["status"] == "verified"
    again = lead.puts(path(card), {"status": "in_progress", "reason": "Once more"})
    assert shown(again, card, 0)["status"] == "paused"
    skipped = lead.puts(path(card, 1), {"status": "skipped", "reason": "Measured yesterday"})
    assert shown(skipped, card, 1)["status"] == "skipped"


def test_notes_and_a_reading_come_with_the_status(as_: As, home: House, card: Sheet) -> None:
    tech = as_(home.tech)
    start(home, card)
    noted = tech.puts(path(card), {"status": "done", "notes": "Dark fluid"})
    assert shown(noted, card, 0)["notes"] == "Dark fluid"
    tech.puts(path(card, 1), {"status": "in_progress"})
    done = tech.puts(path(card, 1), {"status": "completed", "reading": "1.2", "version": 2})
    assert shown(done, card, 1)["reading"] == 1.2
    assert [step["id"] for step in done["steps"]].count(str(card.steps[0].id)) == 0


def test_notes_are_added_to_and_never_rewritten(as_: As, home: House, card: Sheet) -> None:
    tech = as_(home.tech)
    tech.puts(path(card), {"notes": "Dark fluid"})
    more = tech.puts(path(card), {"notes": "Dark fluid\nand little of it"})
    assert shown(more, card, 0)["notes"] == "Dark fluid\nand little of it"
    same = tech.puts(path(card), {"notes": "Dark fluid\nand little of it"})
    assert shown(same, card, 0)["version"] == shown(more, card, 0)["version"]
    tech.refused(path(card), {"notes": "All good"}, status=409, code="notes_are_kept", method="PUT")


def test_the_desk_starts_a_step_for_a_technician_with_a_reason(as_: As, home: House, card: Sheet) -> None:
    desk = as_(home.desk)
    body = {"status": "in_progress", "technician_id": str(home.tech.id)}
    desk.refused(path(card), body, status=400, code="reason_required", method="PUT")
    desk.puts(path(card), body | {"reason": "The tablet is charging"})
    assert TimeEntry.objects.get().technician_id == home.tech.id


def test_the_desk_does_no_step_itself(as_: As, home: House, card: Sheet) -> None:
    as_(home.desk).refused(
        path(card), {"status": "in_progress"}, status=403, code="insufficient_permissions", method="PUT"
    )


def test_nobody_of_another_centre_does_it(as_: As, everybody: Cast, home: House, card: Sheet) -> None:
    body = {"status": "in_progress", "technician_id": str(everybody.rival.tech.id), "reason": "x"}
    as_(home.desk).refused(path(card), body, status=403, code="not_a_technician_here", method="PUT")
    for user in (everybody.rival.desk, everybody.rival.tech, home.other_tech):
        as_(user).refused(path(card), body, status=404, code="not_found", method="PUT")


@pytest.mark.parametrize("word", ["completed", "done", "verified", "paused"])
def test_a_status_that_nothing_leads_to_says_what_does(as_: As, home: House, card: Sheet, word: str) -> None:
    problem = as_(home.tech).refused(
        path(card), {"status": word}, status=409, code="illegal_transition", method="PUT"
    )
    assert verbs(problem) == ["start"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"status": "finished"}, "status"),
        ({"reading": "high"}, "reading"),
        ({"version": 0}, "version"),
        ({"position": 2}, "position"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_body_that_is_wrong_names_the_field(
    as_: As, home: House, card: Sheet, body: dict[str, Any], field: str
) -> None:
    problem = as_(home.tech).refused(path(card), body, status=400, code="validation_failed", method="PUT")
    assert list(problem["fields"]) == [field]


def test_an_old_version_is_refused(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    as_(home.tech).refused(
        path(card), {"status": "done", "version": 1}, status=409, code="stale_version", method="PUT"
    )


def test_customers_and_visitors_change_nothing(as_: As, everybody: Cast, card: Sheet) -> None:
    body = {"status": "in_progress"}
    as_(everybody.customer).refused(
        path(card), body, status=403, code="insufficient_permissions", method="PUT"
    )
    as_(None).refused(path(card), body, status=401, code="not_signed_in", method="PUT")
