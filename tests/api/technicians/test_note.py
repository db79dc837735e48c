"""POST /api/technicians/steps/{id}/note."""

import pytest

from tests.api.conftest import As
from tests.api.working import path, shown
from tests.cast import House
from workshop.jobs.sheet import Sheet


def test_notes_are_added_below_each_other(as_: As, home: House, card: Sheet) -> None:
    tech = as_(home.tech)
    tech.does(path(card, 0, "note"), {"note": "Bleed screw is rusty"})
    answer = tech.does(path(card, 0, "note"), {"note": "Replaced it", "version": 2})
    assert shown(answer, card, 0)["notes"] == "Bleed screw is rusty\nReplaced it"


def test_a_reading_alone_is_written_down(as_: As, home: House, card: Sheet) -> None:
    answer = as_(home.tech).does(path(card, 1, "note"), {"reading": "1.4"})
    assert shown(answer, card, 1)["reading"] == 1.4


def test_a_lead_may_write_on_the_step_of_another(as_: As, home: House, card: Sheet) -> None:
    answer = as_(home.lead).does(path(card, 0, "note"), {"note": "Look at the hose as well"})
    assert shown(answer, card, 0)["notes"] == "Look at the hose as well"


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({}, "nothing_noted", "note"),
        ({"note": "   "}, "nothing_noted", "note"),
        ({"note": 7 * ["x"]}, "validation_failed", "note"),
        ({"note": "x" * 2001}, "validation_failed", "note"),
        ({"notes": "plural"}, "validation_failed", "notes"),
        ({"reading": "9.9"}, "reading_out_of_limits", "reading"),
    ],
)
def test_a_body_that_is_wrong_names_the_field(
    as_: As, home: House, card: Sheet, body: dict[str, object], code: str, field: str
) -> None:
    problem = as_(home.tech).refused(path(card, 1, "note"), body, status=400, code=code)
    assert list(problem["fields"]) == [field]


def test_who_does_not_work_on_it_writes_nothing(as_: As, home: House, card: Sheet) -> None:
    as_(home.desk).refused(path(card, 0, "note"), {"note": "x"}, status=403, code="insufficient_permissions")
