"""/api/staff/jobs/{id}: the moves of a card's stage."""

import pytest

from tests.api.conftest import As
from tests.api.working import finish, job_path, make_ready, start, verbs
from tests.cast import Cast, House, actor, open_job
from workshop.jobs import services as jobs
from workshop.jobs.models import JobCard
from workshop.jobs.sheet import Sheet
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.vehicles.models import MaintenanceRecord, Vehicle


@pytest.fixture
def received(home: House) -> Sheet:
    return open_job(home, queued=False)


def test_the_desk_reads_the_whole_card(as_: As, home: House, card: Sheet) -> None:
    document = as_(home.desk).reads(f"/api/staff/jobs/{card.job.id}")
    assert document["job"]["customer"]["phone"] == "+919800000001"
    assert verbs(document["job"]) == ["cancel", "undo"]
    assert document["appointment"]["total_amount"] == {"amount": "1499.00", "currency": "INR"}


def test_booked_work_is_queued(as_: As, home: House, received: Sheet) -> None:
    answer = as_(home.desk).does(job_path(received, "queue"), {"version": 1})
    assert answer["job"]["stage"] == "queued"


def test_a_diagnosis_ends_with_everything_declined(as_: As, home: House, received: Sheet) -> None:
    desk = as_(home.desk)
    stages = [
        desk.does(job_path(received, verb))["job"]["stage"]
        for verb in ("diagnose", "send-estimate", "diagnose-again", "send-estimate", "decline-all")
    ]
    assert stages == ["diagnosis", "awaiting_decision", "diagnosis", "awaiting_decision", "ready_for_pickup"]


def test_a_version_that_is_not_the_present_one_is_refused(as_: As, home: House, received: Sheet) -> None:
    problem = as_(home.desk).refused(
        job_path(received, "queue"), {"version": 4}, status=409, code="stale_version"
    )
    assert problem["current"]["job"]["version"] == problem["version_now"] == 1


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("queue", {}),
        ("diagnose", {}),
        ("send-estimate", {}),
        ("diagnose-again", {}),
        ("decline-all", {}),
        ("reopen", {"reason": "x"}),
        ("hand-over", {"mileage_out": 41600}),
        ("close", {}),
    ],
)
def test_a_move_that_the_workflow_does_not_have_says_what_it_has(
    as_: As, home: House, card: Sheet, verb: str, body: dict[str, object]
) -> None:
    problem = as_(home.desk).refused(job_path(card, verb), body, status=409, code="illegal_transition")
    assert verbs(problem) == ["cancel", "undo"]
    assert problem["next"]


def test_the_desk_passes_no_check(as_: As, home: House, card: Sheet) -> None:
    finish(home, card)
    as_(home.desk).refused(job_path(card, "pass-check"), status=403, code="lead_required")
    as_(home.desk).refused(
        job_path(card, "rework"),
        {"step_ids": [str(card.steps[0].id)], "reason": "x"},
        status=403,
        code="lead_required",
    )


def test_a_lead_passes_or_fails_it_through_the_same_door(as_: As, home: House, card: Sheet) -> None:
    finish(home, card)
    lead = as_(home.lead)
    lead.does(job_path(card, "rework"), {"step_ids": [str(card.steps[0].id)], "reason": "Again"})
    jobs.resume_step(actor=actor(home.tech), step_id=card.steps[0].id)
    jobs.complete_step(actor=actor(home.tech), step_id=card.steps[0].id)
    assert lead.does(job_path(card, "pass-check"))["job"]["stage"] == "ready_for_pickup"


def test_a_ready_vehicle_goes_back_to_work_for_a_reason(as_: As, home: House, card: Sheet) -> None:
    make_ready(home, card)
    desk = as_(home.desk)
    why, first = {"reason": "The customer hears a noise"}, card.steps[0].id
    desk.refused(job_path(card, "reopen"), {}, status=400, code="validation_failed")
    desk.refused(job_path(card, "reopen"), why, status=400, code="steps_required")
    answer = desk.does(job_path(card, "reopen"), why | {"step_ids": [str(first)]})
    assert (answer["job"]["stage"], answer["job"]["ready_at"]) == ("in_progress", None)
    assert [(step["id"], step["status"]) for step in answer["steps"]] == [(str(first), "paused")]
    assert answer["job"]["window"]["reason"] == "The customer hears a noise"

    jobs.resume_step(actor=actor(home.tech), step_id=first)
    assert jobs.complete_step(actor=actor(home.tech), step_id=first).job.stage == "quality_check"


class TestHandOver:
    """The gates of the hand-over."""

    def test_it_writes_the_history_and_ends_the_visit(self, as_: As, home: House, card: Sheet) -> None:
        make_ready(home, card)
        body = {"mileage_out": 41512, "override_reason": "Pays by transfer"}
        answer = as_(home.desk).does(job_path(card, "hand-over"), body)
        assert answer["job"]["stage"] == "delivered"
        assert Appointment.objects.get(pk=card.job.appointment_id).status == "fulfilled"
        assert MaintenanceRecord.objects.get().mileage_at_service == 41512
        assert Vehicle.objects.get(pk=card.job.vehicle_id).mileage == 41512
        assert as_(home.desk).does(job_path(card, "close"))["job"]["stage"] == "closed"

    @pytest.mark.parametrize(
        ("body", "status", "code", "field"),
        [
            ({"mileage_out": 41512}, 409, "not_settled", "override_reason"),
            ({"mileage_out": 41499, "override_reason": "x"}, 400, "mileage_went_back", "mileage_out"),
            ({"override_reason": "x"}, 400, "validation_failed", "mileage_out"),
            ({"mileage_out": -1}, 400, "validation_failed", "mileage_out"),
            ({"mileage_out": "far"}, 400, "validation_failed", "mileage_out"),
            ({"mileage_out": 10**30}, 400, "validation_failed", "mileage_out"),
            ({"mileage_out": 41512, "mileage": 1}, 400, "validation_failed", "mileage"),
        ],
    )
    def test_a_gate_that_is_shut_names_the_field(
        self,
        as_: As,
        home: House,
        card: Sheet,
        body: dict[str, object],
        status: int,
        code: str,
        field: str,
    ) -> None:
        make_ready(home, card)
        problem = as_(home.desk).refused(job_path(card, "hand-over"), body, status=status, code=code)
        assert list(problem["fields"]) == [field]


class TestCancel:
    """Cancelling a visit before work began."""

    def test_it_frees_the_bay_and_the_technician(self, as_: As, home: House, card: Sheet) -> None:
        answer = as_(home.desk).does(job_path(card, "cancel"), {"reason": "Customer changed their mind"})
        assert answer["job"]["ended_reason"] == "Customer changed their mind"
        assert Appointment.objects.get(pk=card.job.appointment_id).status == "cancelled"
        assert not ResourceBooking.objects.filter(state="active").exists()

    def test_a_reason_is_needed(self, as_: As, home: House, card: Sheet) -> None:
        as_(home.desk).refused(job_path(card, "cancel"), {}, status=400, code="validation_failed")

    def test_work_that_began_is_not_cancelled(self, as_: As, home: House, card: Sheet) -> None:
        start(home, card)
        problem = as_(home.desk).refused(
            job_path(card, "cancel"), {"reason": "x"}, status=409, code="illegal_transition"
        )
        assert verbs(problem) == []

    def test_clocked_time_holds_a_diagnosis_too(self, as_: As, home: House) -> None:
        card = open_job(home, queued=False, what=home.diagnosis)
        jobs.diagnose_job(actor=actor(home.desk), job_id=card.job.id)
        start(home, card)
        as_(home.desk).refused(job_path(card, "cancel"), {"reason": "x"}, status=409, code="time_posted")


def test_another_centres_desk_finds_no_card(as_: As, everybody: Cast, card: Sheet) -> None:
    rival = as_(everybody.rival.desk)
    rival.refused(f"/api/staff/jobs/{card.job.id}", status=404, code="not_found", method="GET")
    rival.refused(job_path(card, "cancel"), {"reason": "x"}, status=404, code="not_found")
    assert JobCard.objects.get().stage == "queued"
