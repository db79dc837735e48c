"""A technician works through the steps of a card."""

from decimal import Decimal

import pytest

from tests.cast import Cast, actor, cast, open_job
from workshop.events.models import Event
from workshop.jobs import services as jobs
from workshop.jobs.facts import card_facts
from workshop.jobs.models import Hold, JobCard, Step, TimeEntry
from workshop.jobs.sheet import of
from workshop.kernel.errors import (
    Conflict,
    DomainError,
    Forbidden,
    IllegalTransition,
    Invalid,
    NotFound,
    Stale,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_first_clock_on_puts_the_card_in_progress(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    tech = actor(everybody.home.tech)

    after = jobs.start_step(actor=tech, step_id=sheet.steps[0].id, version=1)

    assert after.job.stage == "in_progress"
    assert after.steps[0].status == "in_progress"
    assert TimeEntry.objects.get().technician_id == tech.id
    event = Event.objects.filter(name="jobs.StepStarted").get()
    assert event.data["job"]["current"]["name"] == "Drain the old fluid"
    assert [step["status"] for step in event.data["steps"]] == ["in_progress"]


def test_a_step_of_another_technician_is_refused_and_nothing_changes(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    with pytest.raises(NotFound):
        jobs.start_step(actor=actor(everybody.home.other_tech), step_id=sheet.steps[0].id)
    with pytest.raises(Forbidden) as refusal:
        jobs.start_step(actor=actor(everybody.home.lead), step_id=sheet.steps[0].id)
    assert refusal.value.code == "not_your_step"
    assert Step.objects.get(pk=sheet.steps[0].id).status == "pending"
    assert not TimeEntry.objects.exists()


def test_the_rival_sees_nothing(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    for user in [*everybody.rival.people.values(), everybody.stranger]:
        with pytest.raises(NotFound):
            jobs.start_step(actor=actor(user), step_id=sheet.steps[0].id)


def test_steps_are_done_in_order(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    with pytest.raises(Conflict) as refusal:
        jobs.start_step(actor=actor(everybody.home.tech), step_id=sheet.steps[1].id)
    assert refusal.value.code == "earlier_step_open"


def test_a_person_has_one_running_clock(everybody: Cast) -> None:
    home = everybody.home
    first, second = open_job(home), open_job(home, None, what=home.diagnosis)
    jobs.start_step(actor=actor(home.tech), step_id=first.steps[0].id)
    with pytest.raises(Conflict) as refusal:
        jobs.start_step(actor=actor(home.tech), step_id=second.steps[0].id)
    assert refusal.value.code == "already_clocked_on"
    assert refusal.value.extra["step_id"] == str(first.steps[0].id)


def test_a_stale_version_is_refused_naming_who_was_first(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    tech, lead, desk = (
        actor(user) for user in (everybody.home.tech, everybody.home.lead, everybody.home.desk)
    )
    jobs.start_step(actor=tech, step_id=sheet.steps[0].id, version=1)
    jobs.pause_step(actor=lead, step_id=sheet.steps[0].id, kind="break", version=2)
    jobs.move_job(actor=desk, job_id=sheet.job.id, bay_id=None)
    with pytest.raises(Stale) as refusal:
        jobs.complete_step(actor=tech, step_id=sheet.steps[0].id, version=2)
    assert refusal.value.detail == "Lead A. was first: “Drain the old fluid” changed since you saw it."
    with pytest.raises(Stale) as refusal:
        jobs.cancel_job(actor=desk, job_id=sheet.job.id, reason="Gone", version=1)
    assert "Desk A. was first: Visit" in refusal.value.detail


def test_an_illegal_transition_names_what_is_possible(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    with pytest.raises(IllegalTransition) as refusal:
        jobs.complete_step(actor=actor(everybody.home.tech), step_id=sheet.steps[0].id)
    assert refusal.value.extra["possible"] == ["start", "skip"]


def test_waiting_for_a_part_blocks_the_card_and_resuming_frees_it(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    tech = actor(everybody.home.tech)
    jobs.start_step(actor=tech, step_id=sheet.steps[0].id)

    paused = jobs.pause_step(
        actor=tech, step_id=sheet.steps[0].id, kind="parts", reason="Brake pads due 14:20"
    )
    assert paused.job.facts["state"] == "blocked"
    assert Hold.objects.get().reason == "Brake pads due 14:20"
    assert paused.promises[-1].cause == "held"

    resumed = jobs.resume_step(actor=tech, step_id=sheet.steps[0].id)
    assert resumed.job.facts["state"] == "progress"
    assert Hold.objects.get().released_at is not None


def test_a_measured_step_needs_its_reading_within_limits_or_a_note(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    tech = actor(everybody.home.tech)
    jobs.start_step(actor=tech, step_id=sheet.steps[0].id)
    jobs.complete_step(actor=tech, step_id=sheet.steps[0].id, start_next=True)
    measured = sheet.steps[1].id

    for reading, code in ((None, "reading_required"), (Decimal("4.5"), "reading_out_of_limits")):
        with pytest.raises(Invalid) as refusal:
            jobs.complete_step(actor=tech, step_id=measured, reading=reading)
        assert refusal.value.code == code
        assert Step.objects.get(pk=measured).status == "in_progress"

    done = jobs.complete_step(actor=tech, step_id=measured, reading=Decimal("4.5"), note="Fluid is old")
    assert done.step(measured).reading == Decimal("4.5")


def test_the_whole_way_to_hand_over(everybody: Cast) -> None:
    home = everybody.home
    sheet = open_job(home)
    tech, lead, desk = actor(home.tech), actor(home.lead), actor(home.desk)
    jobs.start_step(actor=tech, step_id=sheet.steps[0].id)
    jobs.complete_step(actor=tech, step_id=sheet.steps[0].id, start_next=True)
    jobs.complete_step(actor=tech, step_id=sheet.steps[1].id, reading=Decimal("2.1"), start_next=True)
    finished = jobs.complete_step(actor=tech, step_id=sheet.steps[2].id)
    assert finished.job.stage == "quality_check"

    with pytest.raises(Forbidden):
        jobs.pass_check(actor=tech, job_id=sheet.job.id)
    passed = jobs.pass_check(actor=lead, job_id=sheet.job.id)
    assert passed.job.stage == "ready_for_pickup"
    assert {step.status for step in passed.steps} == {"verified"}

    with pytest.raises(Conflict) as refusal:
        jobs.hand_over(actor=desk, job_id=sheet.job.id, mileage_out=41510)
    assert refusal.value.code == "not_settled"
    over = jobs.hand_over(
        actor=desk, job_id=sheet.job.id, mileage_out=41510, override_reason="Pays by transfer"
    )
    assert over.job.stage == "delivered"
    over.job.appointment.refresh_from_db()
    assert over.job.appointment.status == "fulfilled"
    assert jobs.close_job(actor=desk, job_id=sheet.job.id).job.stage == "closed"


def test_stored_facts_are_what_the_parts_say(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    jobs.start_step(actor=actor(everybody.home.tech), step_id=sheet.steps[0].id)
    job = JobCard.objects.get()
    assert job.facts == card_facts(of(job))["job"]


def test_undo_puts_back_everything_a_completion_set_off(everybody: Cast) -> None:
    sheet = open_job(everybody.home)
    tech = actor(everybody.home.tech)
    first = sheet.steps[0].id
    jobs.start_step(actor=tech, step_id=first)
    before = JobCard.objects.get().facts
    jobs.complete_step(actor=tech, step_id=first, start_next=True)

    with pytest.raises(DomainError):
        jobs.undo_step(actor=actor(everybody.home.lead), step_id=first)
    jobs.undo_step(actor=tech, step_id=first)

    job = JobCard.objects.get()
    assert Step.objects.get(pk=first).status == "in_progress"
    assert Step.objects.get(pk=sheet.steps[1].id).status == "pending"
    assert TimeEntry.objects.filter(ended_at__isnull=True).get().step_id == first
    ignored = {"version", "undo"}
    assert {k: v for k, v in job.facts.items() if k not in ignored} == {
        k: v for k, v in before.items() if k not in ignored
    }
    with pytest.raises(Conflict) as refusal:
        jobs.undo_step(actor=tech, step_id=first)
    assert refusal.value.code == "nothing_to_undo"
