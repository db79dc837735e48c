"""/api/technicians/jobs/{id}: the card, its check, its diagnosis."""

from uuid import uuid4

from tests.api.conftest import As
from tests.api.working import finish, job_path, verbs
from tests.cast import Cast, House, open_job
from workshop.events.models import StreamHead
from workshop.jobs.sheet import Sheet


def test_a_technician_reads_the_card_with_what_they_may_do(as_: As, home: House, card: Sheet) -> None:
    document = as_(home.tech).reads(f"/api/technicians/jobs/{card.job.id}")
    assert document["topic"] == f"job.{card.job.id}"
    assert document["seq"] == StreamHead.objects.get(stream=f"center:{home.center.id}").last
    assert document["clock"]["rate"] == 1.0
    assert document["center"]["zone"] == "Asia/Kolkata"
    assert [step["position"] for step in document["steps"]] == [1, 2, 3]
    assert verbs(document["steps"][0]) == ["start"]
    assert document["steps"][1]["blocker"] == "earlier_step_open"
    assert document["steps"][1]["needs"]["reading"]["max"] == 3.0
    assert document["appointment"]["job_id"] == str(card.job.id)
    assert "phone" not in document["job"]["customer"]


def test_a_card_with_work_for_others_only_is_not_there(as_: As, home: House, card: Sheet) -> None:
    as_(home.other_tech).refused(
        f"/api/technicians/jobs/{card.job.id}", status=404, code="not_found", method="GET"
    )


def test_a_card_that_does_not_exist_is_not_there(as_: As, home: House) -> None:
    as_(home.tech).refused(f"/api/technicians/jobs/{uuid4()}", status=404, code="not_found", method="GET")


def test_customers_have_a_door_of_their_own(as_: As, everybody: Cast, card: Sheet) -> None:
    as_(everybody.customer).refused(
        f"/api/technicians/jobs/{card.job.id}", status=403, code="insufficient_permissions", method="GET"
    )


def test_a_lead_passes_the_check_of_anothers_work(as_: As, home: House, card: Sheet) -> None:
    finished = finish(home, card)
    answer = as_(home.lead).does(
        job_path(card, "pass-check", "technicians"), {"version": finished.job.version}
    )
    assert answer["job"]["stage"] == "ready_for_pickup"
    assert {step["status"] for step in answer["steps"]} == {"verified"}


def test_nobody_passes_the_check_of_their_own_work(as_: As, home: House, card: Sheet) -> None:
    finish(home, card)
    as_(home.tech).refused(job_path(card, "pass-check", "technicians"), status=403, code="lead_required")


def test_a_card_in_work_has_no_check_to_pass(as_: As, home: House, card: Sheet) -> None:
    problem = as_(home.lead).refused(
        job_path(card, "pass-check", "technicians"), status=409, code="illegal_transition"
    )
    assert problem["current"]["job"]["stage"] == "queued"


def test_a_failed_check_names_the_steps_to_do_again(as_: As, home: House, card: Sheet) -> None:
    finish(home, card)
    again = [str(card.steps[1].id)]
    answer = as_(home.lead).does(
        job_path(card, "rework", "technicians"), {"step_ids": again, "reason": "Measure again"}
    )
    assert answer["job"]["stage"] == "in_progress"
    assert [step["id"] for step in answer["steps"] if step["status"] == "paused"] == again


def test_a_failed_check_without_steps_or_with_strange_ones_changes_nothing(
    as_: As, home: House, card: Sheet
) -> None:
    finish(home, card)
    lead, rework = as_(home.lead), job_path(card, "rework", "technicians")
    for steps, status, code in (
        ([], 400, "validation_failed"),
        (["first"], 400, "validation_failed"),
        ([str(uuid4())], 404, "not_found"),
    ):
        lead.refused(rework, {"step_ids": steps, "reason": "x"}, status=status, code=code)


def test_a_technician_sends_a_received_vehicle_to_diagnosis(as_: As, home: House) -> None:
    received = open_job(home, queued=False)
    answer = as_(home.tech).does(job_path(received, "diagnose", "technicians"), {"version": 1})
    assert answer["job"]["stage"] == "diagnosis"
