"""POST /api/technicians/steps/{id}/start."""

from datetime import timedelta

import pytest

from tests.api.conftest import As
from tests.cast import Cast, House, open_job
from workshop.jobs.models import TimeEntry
from workshop.jobs.sheet import Sheet
from workshop.kernel.clock import now


def start(card: Sheet, step: int = 0) -> str:
    return f"/api/technicians/steps/{card.steps[step].id}/start"


def test_a_technician_clocks_on_and_reads_the_whole_card(as_: As, home: House, card: Sheet) -> None:
    answer = as_(home.tech).does(start(card), {"version": 1})

    assert answer["job"]["stage"] == "in_progress"
    step = next(one for one in answer["steps"] if one["id"] == str(card.steps[0].id))
    assert step["status"] == "in_progress"
    assert step["version"] == 2
    assert [action["verb"] for action in step["allowed_actions"]] == ["pause", "complete", "undo"]
    assert TimeEntry.objects.get().technician_id == home.tech.id


def test_the_moment_of_a_tap_without_network_counts(as_: As, home: House, card: Sheet) -> None:
    tapped = card.job.received_at + timedelta(milliseconds=5)
    as_(home.tech).does(start(card), {"version": 1, "at": tapped.isoformat()})
    assert TimeEntry.objects.get().started_at == tapped


def test_the_same_key_twice_starts_once_and_answers_the_same(as_: As, home: House, card: Sheet) -> None:
    tech = as_(home.tech)
    first = tech.post(start(card), {"version": 1}, Idempotency_Key="tap-1")
    again = tech.post(start(card), {"version": 1}, Idempotency_Key="tap-1")

    assert first.json() == again.json()  # type: ignore[attr-defined]
    assert again.headers["Idempotency-Replayed"] == "true"
    assert TimeEntry.objects.count() == 1


def test_a_version_that_is_not_the_present_one_is_told_the_present_state(
    as_: As, home: House, card: Sheet
) -> None:
    problem = as_(home.tech).refused(start(card), {"version": 7}, status=409, code="stale_version")
    assert problem["version_now"] == 1
    assert problem["current"]["job"]["stage"] == "queued"
    assert [action["verb"] for action in problem["allowed_actions"]] == ["start"]


def test_a_step_that_runs_cannot_start_again_and_says_what_it_can(as_: As, home: House, card: Sheet) -> None:
    tech = as_(home.tech)
    tech.does(start(card))
    problem = tech.refused(start(card), status=409, code="illegal_transition")
    assert [action["verb"] for action in problem["allowed_actions"]] == ["pause", "complete", "undo"]


def test_a_step_of_another_technician_is_not_there(as_: As, home: House, card: Sheet) -> None:
    as_(home.other_tech).refused(start(card), status=404, code="not_found")


def test_a_lead_sees_the_step_of_another_but_may_not_take_it(as_: As, home: House, card: Sheet) -> None:
    as_(home.lead).refused(start(card), status=403, code="not_your_step")


def test_a_later_step_waits_for_the_earlier_one(as_: As, home: House, card: Sheet) -> None:
    as_(home.tech).refused(start(card, 1), status=409, code="earlier_step_open")


def test_a_second_clock_is_refused_and_says_where_the_first_one_runs(
    as_: As, home: House, card: Sheet
) -> None:
    other = open_job(home, what=home.diagnosis)
    tech = as_(home.tech)
    tech.does(start(card))
    problem = tech.refused(start(other), status=409, code="already_clocked_on")
    assert problem["step_id"] == str(card.steps[0].id)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"version": "first"}, "version"),
        ({"version": 0}, "version"),
        ({"at": "yesterday"}, "at"),
        ({"verison": 1}, "verison"),
    ],
)
def test_a_body_that_is_wrong_names_the_field(
    as_: As, home: House, card: Sheet, body: dict[str, object], field: str
) -> None:
    problem = as_(home.tech).refused(start(card), body, status=400, code="validation_failed")
    assert list(problem["fields"]) == [field]


@pytest.mark.parametrize(("hours", "code"), [(1, "moment_in_future"), (-13, "moment_too_old")])
def test_a_moment_that_cannot_be_is_refused(as_: As, home: House, card: Sheet, hours: int, code: str) -> None:
    at = (now() + timedelta(hours=hours)).isoformat()
    problem = as_(home.tech).refused(start(card), {"at": at}, status=400, code=code)
    assert list(problem["fields"]) == ["at"]


def test_customers_do_not_work_on_steps(as_: As, everybody: Cast, card: Sheet) -> None:
    as_(everybody.customer).refused(start(card), status=403, code="insufficient_permissions")


def test_a_visitor_is_asked_to_sign_in(as_: As, card: Sheet) -> None:
    as_(None).refused(start(card), status=401, code="not_signed_in")
