"""What the calendar learns from the cards: when a vehicle's place is free, and that its own work has begun."""

from datetime import timedelta

import pytest
import time_machine

from tests.api.working import start
from tests.cast import House, actor, appointment, cast, customer, open_job
from tests.workshop.notifications.telling import relayed
from workshop.centers.models import StaffProfile
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.scheduling.services.overrun import in_conflict

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def home() -> House:
    """Return a centre where one technician does everything."""
    home = cast().home
    StaffProfile.objects.exclude(user=home.tech).update(skills=[])
    return home


@pytest.fixture
def late(home: House) -> Sheet:
    """Return a card on which the first step is worked on, an hour after its planned beginning."""
    sheet = open_job(home)
    with time_machine.travel(sheet.job.appointment.scheduled_start + HOUR, tick=False):
        return start(home, sheet)


@pytest.fixture
def behind(home: House, late: Sheet) -> Appointment:
    """Return the visit after it."""
    return appointment(home, customer(home, "B"), start=late.job.appointment.scheduled_end)


def conflicts(home: House) -> list[Appointment]:
    relayed()
    return list(in_conflict(home.center.id))


def test_late_work_marks_the_visit_behind_it_until_it_is_over(
    home: House, late: Sheet, behind: Appointment
) -> None:
    assert conflicts(home) == [behind]
    tech, at = actor(home.tech), late.job.appointment.scheduled_start + HOUR
    for step in late.steps:
        if step != late.steps[0]:
            with time_machine.travel(at, tick=False):
                jobs.start_step(actor=tech, step_id=step.id)
        at += timedelta(minutes=step.estimate)
        with time_machine.travel(at, tick=False):
            jobs.complete_step(actor=tech, step_id=step.id, reading=2 if step.reading_unit else None)
    assert conflicts(home) == [behind], "as long as it is checked in its bay"
    with time_machine.travel(at, tick=False):
        jobs.pass_check(actor=actor(home.lead), job_id=late.job.id)
    assert conflicts(home) == []
    assert not ResourceBooking.objects.filter(expected_end__isnull=False).exists()


def test_a_vehicle_received_behind_it_is_marked_until_its_own_work_begins(
    home: House, late: Sheet, behind: Appointment
) -> None:
    desk = actor(home.desk)
    card = jobs.check_in(actor=desk, appointment_id=behind.id, mileage_in=41500)
    card = jobs.queue_job(actor=desk, job_id=card.job.id)
    assert conflicts(home) == [behind]
    with time_machine.travel(behind.scheduled_start, tick=False):
        jobs.pause_step(actor=actor(home.tech), step_id=late.steps[0].id, kind="parts", reason="A seal")
        start(home, card)
    assert conflicts(home) == []
    jobs.undo_step(actor=actor(home.tech), step_id=card.steps[0].id)
    relayed()
    behind.refresh_from_db()
    assert behind.actual_start is None, "so that it is marked again when the work before it is told anew"
