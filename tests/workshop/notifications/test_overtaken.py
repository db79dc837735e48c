"""What is undone or overtaken within the time of undo is never sent, and nobody is told what they know."""

from datetime import timedelta

import pytest
from django.core import mail

from tests.cast import Cast, actor, appointment, at_noon, cast
from tests.workshop.notifications.telling import later, relayed, rows, titles
from workshop.accounts.models import User
from workshop.events.models import Event
from workshop.kernel.actor import Actor
from workshop.notifications.models import Inbox, Notification
from workshop.notifications.services import read_notification, send_due, tell
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def visit(everybody: Cast) -> Appointment:
    """Return a visit on the third day, of which its customer was told."""
    made = appointment(everybody.home, everybody.customer, start=at_noon(everybody.home.center, days=3))
    relayed()
    return made


def move(everybody: Cast, visit: Appointment, days: int, who: Actor | None = None) -> None:
    home = everybody.home
    scheduling.reschedule(
        actor=who or actor(home.desk), appointment_id=visit.id, start=at_noon(home.center, days=days)
    )


def sent_to(user: User) -> list[str]:
    return [one.subject for one in mail.outbox if one.to == [user.email]]


def test_two_changes_in_a_row_are_one_email_that_says_the_latest(everybody: Cast, visit: Appointment) -> None:
    move(everybody, visit, 4)
    relayed()
    move(everybody, visit, 6)
    relayed()
    send_due(at=later())
    assert sent_to(everybody.customer) == ["Your visit is booked"], "they know of no other time yet"
    day = at_noon(everybody.home.center, days=6)
    assert f"{day.day} {day:%b}" in mail.outbox[0].body
    assert titles(everybody.customer, "app") == ["Your visit is booked"]
    assert Inbox.objects.get(user=everybody.customer).unread == 1


def test_moved_there_and_back_again_sends_nothing(everybody: Cast, visit: Appointment) -> None:
    send_due(at=later())
    mail.outbox.clear()
    read_notification(actor=actor(everybody.customer), notification_id=rows(everybody.customer, "app")[0].id)
    move(everybody, visit, 4)
    relayed()
    assert titles(everybody.customer, "email", "pending") == ["Your visit was moved"]
    move(everybody, visit, 3)
    relayed()
    send_due(at=later())
    assert mail.outbox == []
    assert (
        titles(everybody.customer, "email") == titles(everybody.customer, "app") == ["Your visit is booked"]
    )
    assert Inbox.objects.get(user=everybody.customer).unread == 0


def test_moved_back_after_the_first_move_was_told_is_told(everybody: Cast, visit: Appointment) -> None:
    """The twin of the time of undo: once it has passed, there and back again is two emails."""
    send_due(at=later())
    move(everybody, visit, 4)
    relayed()
    send_due(at=later())
    move(everybody, visit, 3)
    relayed()
    send_due(at=later())
    assert sent_to(everybody.customer) == [
        "Your visit is booked",
        "Your visit was moved",
        "Your visit was moved",
    ]


def test_booked_and_cancelled_at_once_sends_nothing(everybody: Cast, visit: Appointment) -> None:
    scheduling.cancel(actor=actor(everybody.home.desk), appointment_id=visit.id)
    relayed()
    send_due(at=later())
    assert mail.outbox == []
    assert rows(everybody.customer, "app") == []
    heard = Event.objects.filter(stream=f"person:{everybody.customer.id}").order_by("-number").first()
    assert heard is not None
    assert heard.name == "notifications.NotificationWithdrawn"
    assert heard.data["inbox"]["unread"] == 0
    assert len(heard.data["removed"]["notifications"]) == 1


def test_what_was_read_stays_and_the_next_says_what_changed(everybody: Cast, visit: Appointment) -> None:
    (row,) = rows(everybody.customer, "app")
    read_notification(actor=actor(everybody.customer), notification_id=row.id)
    move(everybody, visit, 5)
    relayed()
    assert titles(everybody.customer, "app") == ["Your visit is booked", "Your visit was moved"]
    send_due(at=later())
    assert sent_to(everybody.customer) == ["Your visit is booked"], "no email was sent before"


def test_what_is_beyond_undoing_stays_in_the_app(everybody: Cast, visit: Appointment) -> None:
    move(everybody, visit, 5)
    tell(event_id=Event.objects.get(name="scheduling.AppointmentRescheduled").id, at=later())
    assert titles(everybody.customer, "app") == ["Your visit is booked", "Your visit was moved"]


def test_the_desk_is_not_told_of_a_customers_change_of_mind(everybody: Cast, visit: Appointment) -> None:
    owner = actor(everybody.customer)
    move(everybody, visit, 5, owner)
    relayed()
    assert titles(everybody.home.desk, "app") == ["Meena Raman moved their visit"]
    move(everybody, visit, 3, owner)
    relayed()
    assert rows(everybody.home.desk, "app") == []


def test_an_event_that_is_told_late_says_nothing_that_is_not_so_any_more(
    everybody: Cast, visit: Appointment
) -> None:
    send_due(at=later())
    move(everybody, visit, 5)
    move(everybody, visit, 3)
    there, back = Event.objects.filter(name="scheduling.AppointmentRescheduled").order_by("number")
    for event in (back, there):
        tell(event_id=event.id, at=later())
    assert (
        titles(everybody.customer, "email") == titles(everybody.customer, "app") == ["Your visit is booked"]
    )


def test_what_was_over_before_anybody_could_be_told_is_told_to_nobody(everybody: Cast) -> None:
    made = appointment(everybody.home, everybody.customer)
    scheduling.cancel(actor=actor(everybody.home.desk), appointment_id=made.id)
    relayed()
    assert not Notification.objects.exists(), "the relay comes a moment later"


def test_what_was_over_when_the_relay_came_back_after_long_is_told_as_it_is_now(everybody: Cast) -> None:
    made = appointment(everybody.home, everybody.customer)
    Event.objects.filter(name="scheduling.AppointmentBooked").update(recorded_at=later(timedelta(hours=-1)))
    scheduling.cancel(actor=actor(everybody.customer), appointment_id=made.id)
    relayed()
    assert titles(everybody.customer, "email") == ["Your visit was cancelled"]
    assert titles(everybody.home.desk, "app") == ["Meena Raman cancelled their visit"]


def test_an_email_waits_while_a_later_event_was_not_told_yet(everybody: Cast, visit: Appointment) -> None:
    scheduling.cancel(actor=actor(everybody.home.desk), appointment_id=visit.id)
    assert send_due(at=later()).sent == 0, "the relay was late"
    relayed()
    assert send_due(at=later()).sent == 0
    assert Notification.objects.filter(channel="email").get().state == "dropped"


def test_an_email_that_is_tried_again_gives_way_too(everybody: Cast, visit: Appointment) -> None:
    Notification.objects.filter(channel="email").update(tries=2, send_after=later())
    move(everybody, visit, 5)
    relayed()
    send_due(at=later())
    assert sent_to(everybody.customer) == ["Your visit is booked"]
    assert Notification.objects.filter(channel="email", state="dropped").count() == 1
