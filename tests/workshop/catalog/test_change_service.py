"""A centre changes what it sells; what was agreed stays as it was agreed."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.cast import Cast, actor, appointment, cast, customer, open_job, service
from workshop.catalog.models import ServiceStep
from workshop.catalog.services import NewPoint, NewStep, change_service
from workshop.events.models import Event
from workshop.jobs.models import Step
from workshop.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Stale

pytestmark = pytest.mark.django_db
STEPS = [NewStep(name="Wash", estimate=25), NewStep(name="Dry", estimate=15, needs_photo=True)]


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_the_given_fields_change_and_the_others_stay(everybody: Cast) -> None:
    home = everybody.home
    kept = change_service(
        actor=actor(home.admin), service_id=home.service.id, version=1, base_price=Decimal("1650.00")
    )
    assert (kept.name, kept.base_price, kept.estimated_duration) == ("Brake fluid", 1650, 60)
    assert kept.version == 2
    assert kept.steps.count() == 3
    (told,) = Event.objects.filter(name="catalog.ServiceChanged")
    assert told.data["service"]["base_price"] == {"amount": "1650.00", "currency": "INR"}


def test_steps_and_points_are_replaced_as_whole_lists(everybody: Cast) -> None:
    home = everybody.home
    kept = change_service(
        actor=actor(home.admin), service_id=home.service.id, steps=STEPS, points=[NewPoint(name="Hoses")]
    )
    steps = ServiceStep.objects.filter(service=kept).order_by("position")
    assert [(one.position, one.name, one.needs_photo) for one in steps] == [
        (1, "Wash", False),
        (2, "Dry", True),
    ]
    assert kept.estimated_duration == 40
    assert [one.name for one in kept.inspection_points.all()] == ["Hoses"]
    change_service(actor=actor(home.admin), service_id=kept.id, points=[])
    assert not kept.inspection_points.exists()
    assert kept.steps.count() == 2


def test_what_is_booked_keeps_what_was_agreed_and_a_card_its_steps(everybody: Cast) -> None:
    home = everybody.home
    sheet = open_job(home)
    booked = appointment(home, customer(home))
    before = [(one.name, one.estimate) for one in Step.objects.filter(job=sheet.job).order_by("position")]
    line = booked.services.get()
    change_service(
        actor=actor(home.admin),
        service_id=home.service.id,
        name="Brake fluid and pads",
        base_price=Decimal(9000),
        steps=STEPS,
    )
    booked.refresh_from_db()
    line.refresh_from_db()
    assert (line.name, line.price, line.duration) == ("Brake fluid", Decimal("1499.00"), 60)
    assert booked.total_amount == Decimal("1499.00")
    assert booked.scheduled_end - booked.scheduled_start == timedelta(minutes=60)
    steps = Step.objects.filter(job=sheet.job).order_by("position")
    assert [(one.name, one.estimate) for one in steps] == before
    assert before[0] == ("Drain the old fluid", 20)


def test_the_second_of_two_is_told_who_was_first(everybody: Cast) -> None:
    home = everybody.home
    change_service(actor=actor(home.admin), service_id=home.service.id, version=1, base_price=Decimal(1))
    with pytest.raises(Stale) as refusal:
        change_service(actor=actor(home.admin), service_id=home.service.id, version=1, base_price=Decimal(2))
    assert "was first: “Brake fluid” changed since you saw it." in refusal.value.detail
    assert refusal.value.extra["version_now"] == 2


def test_a_name_that_is_taken(everybody: Cast) -> None:
    home = everybody.home
    with pytest.raises(Conflict) as refusal:
        change_service(actor=actor(home.admin), service_id=home.service.id, name=home.diagnosis.name)
    assert refusal.value.fields == {"name": ["This name is taken."]}
    assert change_service(actor=actor(home.admin), service_id=home.service.id, name="Brake fluid ")


def test_a_wait_that_shorter_steps_leave_no_time_for(everybody: Cast) -> None:
    home, who = everybody.home, actor(everybody.home.admin)
    change_service(actor=who, service_id=home.service.id, wait=(20, 50))
    with pytest.raises(Invalid) as refusal:
        change_service(actor=who, service_id=home.service.id, steps=STEPS)
    assert "wait_until" in refusal.value.fields
    assert change_service(actor=who, service_id=home.service.id, steps=STEPS, wait=None).wait_from is None


def test_only_the_centres_administrators_change_it(everybody: Cast) -> None:
    home, rival = everybody.home, everybody.rival
    for person in (home.desk, home.tech, home.lead, rival.admin, everybody.customer):
        with pytest.raises(Forbidden):
            change_service(actor=actor(person), service_id=home.service.id, base_price=Decimal(1))
    with pytest.raises(NotFound):
        change_service(actor=actor(home.admin), service_id=home.center.id, base_price=Decimal(1))
    assert service(home.center, "Wash").version == 1
