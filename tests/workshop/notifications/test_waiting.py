"""What who waits is told: once in the app and by email, with until when, and nothing outdated."""

from datetime import timedelta

import pytest
from django.core import mail

from tests.cast import Cast, actor, appointment, at_noon, cast, customer, waiting
from tests.workshop.notifications.telling import later, relayed, rows, titles
from tests.workshop.scheduling.test_waiting import narrow
from workshop.notifications.services import send_due
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, WaitingEntry

pytestmark = pytest.mark.django_db
OFFERED = "A time is free for you"


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def entry(everybody: Cast) -> WaitingEntry:
    """Return a place that was just offered what somebody else gave up."""
    home = narrow(everybody.home)
    taken = appointment(home, customer(home, "Asha"), start=at_noon(home.center, days=3))
    entry = waiting(home, everybody.customer)
    scheduling.cancel(actor=actor(home.desk), appointment_id=taken.id)
    relayed()
    return entry


def test_an_offer_is_told_once_by_each_channel_with_until_when(everybody: Cast, entry: WaitingEntry) -> None:
    relayed()
    (told,) = rows(everybody.customer, "app")
    assert (told.title, told.path) == (OFFERED, "/visit")
    held = Appointment.objects.get(status="held")
    assert held.held_until is not None
    assert f"{held.held_until + timedelta(hours=5, minutes=30):%H:%M}" in told.message
    assert titles(everybody.customer, "email") == [OFFERED]
    send_due(at=later())
    send_due(at=later())
    assert [email.subject for email in mail.outbox] == [OFFERED]


def test_what_is_booked_before_the_email_goes_out_is_not_offered_by_it(
    everybody: Cast, entry: WaitingEntry
) -> None:
    scheduling.book_offer(actor=actor(everybody.customer), entry_id=entry.id)
    relayed()
    assert titles(everybody.customer, "email") == ["Your visit is booked"]


def test_the_next_in_line_is_told_and_who_declined_is_not_told_again(
    everybody: Cast, entry: WaitingEntry
) -> None:
    second = customer(everybody.home, "Chitra")
    waiting(everybody.home, second)
    scheduling.wait_on(actor=actor(everybody.customer), entry_id=entry.id)
    relayed()
    assert titles(second, "app") == [OFFERED]
    assert titles(everybody.customer, "email") == []
