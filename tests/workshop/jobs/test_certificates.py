"""A certificate holds until the end of its last day on the clock of the centre where the work is."""

from datetime import UTC, datetime, time, timedelta

import pytest

from tests.cast import actor, house, open_job
from workshop.centers.models import Certification
from workshop.demo.loading.moved import moved_clock
from workshop.jobs import services as jobs
from workshop.jobs.models import Step
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

pytestmark = pytest.mark.django_db
LAST_DAY = real_now().date() + timedelta(days=2)


def at(day_after: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment by UTC, counted in days from the last day of the certificate."""
    return datetime.combine(LAST_DAY + timedelta(days=day_after), time(hour, minute), UTC)


@pytest.mark.parametrize(
    ("zone", "moment", "in_date"),
    [
        ("Asia/Kolkata", at(-1, 20), True),
        ("Asia/Kolkata", at(0, 18, 29), True),
        ("Asia/Kolkata", at(0, 18, 30), False),
        ("Asia/Kolkata", at(0, 20), False),
        ("America/New_York", at(1, 2), True),
        ("America/New_York", at(1, 6), False),
    ],
)
def test_a_step_starts_and_an_item_is_given_by_the_date_at_the_centre(
    zone: str, moment: datetime, *, in_date: bool
) -> None:
    home = house("ANN", "Anna Nagar")
    home.center.time_zone = zone
    home.center.save()
    sheet = open_job(home)
    Certification.objects.create(
        staff=home.tech.staff_profile, name="Brakes", number="B-1", skill="brakes", expires_on=LAST_DAY
    )
    with moved_clock(moment):
        if in_date:
            jobs.assign_item(
                actor=actor(home.desk),
                job_id=sheet.job.id,
                item_id=sheet.items[0].id,
                technician_id=home.tech.id,
            )
            jobs.start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
        else:
            with pytest.raises(Conflict, match=r"^not_certified:"):
                jobs.assign_item(
                    actor=actor(home.desk),
                    job_id=sheet.job.id,
                    item_id=sheet.items[0].id,
                    technician_id=home.tech.id,
                )
            with pytest.raises(Conflict, match=r"^not_certified:"):
                jobs.start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
    assert Step.objects.get(pk=sheet.steps[0].id).status == ("in_progress" if in_date else "pending")


@pytest.mark.parametrize("in_date", [True, False])
def test_going_on_to_the_next_step_asks_for_the_certificate_again(*, in_date: bool) -> None:
    """Work that goes on past midnight: what is done is kept, and the next step waits for somebody certified."""
    home = house("ANN", "Anna Nagar")
    sheet = open_job(home)
    Certification.objects.create(
        staff=home.tech.staff_profile, name="Brakes", number="B-1", skill="brakes", expires_on=LAST_DAY
    )
    tech, (first, second, *_) = actor(home.tech), [step.id for step in sheet.steps]
    with moved_clock(at(0, 18, 0)):
        jobs.start_step(actor=tech, step_id=first)
    with moved_clock(at(0, 18, 29) if in_date else at(0, 18, 31)):
        jobs.complete_step(actor=tech, step_id=first, start_next=True)
    assert Step.objects.get(pk=first).status == "done"
    assert Step.objects.get(pk=second).status == ("in_progress" if in_date else "pending")


def test_going_on_takes_no_step_that_is_somebody_elses() -> None:
    home = house("ANN", "Anna Nagar")
    sheet = open_job(home)
    tech, (first, second, *_) = actor(home.tech), [step.id for step in sheet.steps]
    jobs.start_step(actor=tech, step_id=first)
    Step.objects.filter(pk=second).update(technician_id=home.other_tech.id)
    jobs.complete_step(actor=tech, step_id=first, start_next=True)
    assert Step.objects.get(pk=second).status == "pending"
