"""What customers hear of the work: that it is ready, and when it will be when that moved by a lot."""

import pytest
from django.core import mail

from tests.cast import Cast, actor, appointment, at_midday, cast
from tests.workshop.notifications.telling import later, relayed, rows, titles
from workshop.events.models import Event
from workshop.jobs import services as jobs
from workshop.jobs.models import Promise, Step
from workshop.jobs.sheet import Sheet
from workshop.kernel.clock import now
from workshop.notifications.models import Notification
from workshop.notifications.services import send_due, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def card(everybody: Cast) -> Sheet:
    """Return a card whose booking and opening were told."""
    home = at_midday(everybody.home)
    desk = actor(home.desk)
    visit = appointment(home, everybody.customer, start=now())
    made = jobs.check_in(actor=desk, appointment_id=visit.id, mileage_in=41500, charge_in=64, concern="")
    made = jobs.queue_job(actor=desk, job_id=made.job.id)
    sent()
    return made


def sent() -> None:
    """Tell everything that happened, send it, and let it be."""
    relayed()
    send_due(at=later())
    mail.outbox.clear()


def work(everybody: Cast, card: Sheet) -> None:
    """Do every step and lead the card to its quality check."""
    tech = actor(everybody.home.tech)
    for step in Step.objects.filter(job=card.job).order_by("position"):
        jobs.start_step(actor=tech, step_id=step.id)
        jobs.complete_step(actor=tech, step_id=step.id, reading=2 if step.reading_unit else None)


def hold(everybody: Cast, card: Sheet, kind: str = "parts") -> None:
    jobs.place_hold(actor=actor(everybody.home.desk), job_id=card.job.id, kind=kind)
    relayed()


def subjects() -> list[str]:
    return [one.subject for one in mail.outbox]


def test_a_vehicle_that_passed_its_check_is_ready(everybody: Cast, card: Sheet) -> None:
    work(everybody, card)
    sent()
    jobs.pass_check(actor=actor(everybody.home.lead), job_id=card.job.id)
    relayed()
    send_due(at=later())
    assert subjects() == ["Your vehicle is ready"]
    row = rows(everybody.customer, "app")[-1]
    assert row.title == "Your vehicle is ready"
    assert (row.kind, row.path) == ("maintenance", f"/visit/{card.job.appointment_id}")
    assert card.job.number in row.message


def test_a_check_that_is_undone_was_never_told(everybody: Cast, card: Sheet) -> None:
    lead = actor(everybody.home.lead)
    work(everybody, card)
    sent()
    before = titles(everybody.customer, "app")
    jobs.pass_check(actor=lead, job_id=card.job.id)
    relayed()
    assert titles(everybody.customer, "email", "pending") == ["Your vehicle is ready"]
    jobs.undo_job(actor=lead, job_id=card.job.id)
    relayed()
    send_due(at=later())
    assert subjects() == []
    assert titles(everybody.customer, "app") == before


def test_a_ready_vehicle_that_needs_more_work_is_not_ready_yet(everybody: Cast, card: Sheet) -> None:
    work(everybody, card)
    jobs.pass_check(actor=actor(everybody.home.lead), job_id=card.job.id)
    sent()
    step = Step.objects.filter(job=card.job).latest("position")
    jobs.reopen_job(
        actor=actor(everybody.home.desk), job_id=card.job.id, reason="It squeaks", step_ids=[step.id]
    )
    relayed()
    send_due(at=later())
    assert subjects() == ["Your vehicle is not ready yet"]
    assert "It squeaks" in mail.outbox[0].body


def test_a_part_that_is_missing_moves_the_ready_time_and_says_why(everybody: Cast, card: Sheet) -> None:
    hold(everybody, card)
    send_due(at=later())
    assert subjects() == ["The ready time moved"]
    assert "not " in mail.outbox[0].body
    first, second = Promise.objects.filter(job=card.job).order_by("made_at")
    row = rows(everybody.customer, "email")[-1]
    assert row.known["from"] == first.ready_from.isoformat()
    assert row.tells["from"] == second.ready_from.isoformat()
    assert second.reason in row.message


def test_half_an_hour_is_said_in_the_app_and_mailed_only_with_the_next_delay(
    everybody: Cast, card: Sheet
) -> None:
    hold(everybody, card, "technician")
    send_due(at=later())
    assert subjects() == []
    assert titles(everybody.customer, "app")[-1] == "The ready time moved"
    hold(everybody, card, "parts")
    send_due(at=later())
    assert subjects() == ["The ready time moved"]
    first = Promise.objects.filter(job=card.job).earliest("made_at")
    assert rows(everybody.customer, "email")[-1].known["from"] == first.ready_from.isoformat()


def test_a_hold_that_ends_at_once_is_never_told(everybody: Cast, card: Sheet) -> None:
    hold(everybody, card)
    assert titles(everybody.customer, "email", "pending") == ["The ready time moved"]
    (one,) = card.job.holds.all()
    jobs.release_hold(actor=actor(everybody.home.desk), hold_id=one.id)
    relayed()
    send_due(at=later())
    assert subjects() == []
    assert "The ready time moved" not in titles(everybody.customer, "app")


def test_the_next_move_is_from_what_the_customer_was_told(everybody: Cast, card: Sheet) -> None:
    hold(everybody, card)
    send_due(at=later())
    (one,) = card.job.holds.all()
    jobs.release_hold(actor=actor(everybody.home.desk), hold_id=one.id)
    tell(event_id=Event.objects.get(name="jobs.HoldReleased").id, at=later())
    send_due(at=later())
    assert subjects() == ["The ready time moved", "The ready time moved"]
    first, second = rows(everybody.customer, "email", "sent")[-2:]
    assert second.known == first.tells


def test_a_tap_that_moves_nothing_tells_nothing(everybody: Cast, card: Sheet) -> None:
    before = Notification.objects.count()
    step = Step.objects.filter(job=card.job).earliest("position")
    jobs.start_step(actor=actor(everybody.home.tech), step_id=step.id)
    relayed()
    assert Notification.objects.count() == before


def test_the_hand_over_drops_what_was_still_to_be_said(everybody: Cast, card: Sheet) -> None:
    work(everybody, card)
    sent()
    jobs.pass_check(actor=actor(everybody.home.lead), job_id=card.job.id)
    relayed()
    jobs.hand_over(
        actor=actor(everybody.home.desk), job_id=card.job.id, mileage_out=41600, override_reason="Paid"
    )
    relayed()
    send_due(at=later())
    assert subjects() == []
