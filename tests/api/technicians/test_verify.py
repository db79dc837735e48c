"""POST /api/technicians/steps/{id}/verify."""

from tests.api.conftest import As
from tests.api.working import complete, path, shown, start
from tests.cast import House
from workshop.jobs.sheet import Sheet


def test_a_lead_signs_a_done_step(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    complete(home, card)
    step = shown(as_(home.lead).does(path(card, 0, "verify"), {"version": 3}), card, 0)
    assert step["status"] == "verified"
    assert step["verified_at"] is not None


def test_who_did_it_cannot_sign_it(as_: As, home: House, card: Sheet) -> None:
    start(home, card)
    complete(home, card)
    as_(home.tech).refused(path(card, 0, "verify"), status=403, code="lead_required")


def test_a_step_that_is_not_done_cannot_be_signed(as_: As, home: House, card: Sheet) -> None:
    as_(home.lead).refused(path(card, 0, "verify"), status=409, code="illegal_transition")
