"""Who is told what when something happens."""

from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.db import connection

from tests.cast import Cast, actor, appointment, at_noon, cast
from tests.workshop.notifications.telling import relayed, rows, titles
from workshop.events.models import Event
from workshop.notifications.models import Inbox, Notification
from workshop.notifications.services import tell
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


def settled() -> None:
    """Let everything that was told be beyond undoing, and the emails sent."""
    Notification.objects.filter(state="pending").update(state="sending", lease_until="2026-01-01T00:00Z")
    Notification.objects.filter(state="sending").update(state="sent", lease_until=None)
    Notification.objects.update(send_after="2026-01-01T00:00Z")


def booked(everybody: Cast) -> Appointment:
    made = appointment(everybody.home, everybody.customer, start=at_noon(everybody.home.center, days=3))
    relayed()
    return made


def test_a_booking_is_confirmed_in_the_app_at_once_and_by_email_after_the_time_of_undo(
    everybody: Cast,
) -> None:
    visit = booked(everybody)
    (app,), (email,) = rows(everybody.customer, "app"), rows(everybody.customer, "email")
    event = Event.objects.get(name="scheduling.AppointmentBooked")
    assert (app.state, email.state) == ("sent", "pending")
    assert email.send_after == event.recorded_at + settings.UNDO_WINDOW
    assert email.title == app.title == "Your visit is booked"
    local = visit.scheduled_start.astimezone(ZoneInfo("Asia/Kolkata"))
    assert f"{local:%a} {local.day} {local:%b %Y}, 12:00 (Asia/Kolkata)" in app.message
    for word in ("Tata Nexon EV", visit.vehicle.license_plate, "Anna Nagar", visit.number):
        assert word in app.message
    assert (app.path, app.subject) == (f"/visit/{visit.id}", f"appointment:{visit.id}")
    assert (app.kind, app.center_id, app.event) == ("appointment", visit.center_id, event.name)
    assert Notification.objects.count() == 2, "nobody else is told"


def test_who_has_no_email_is_told_in_the_app(everybody: Cast) -> None:
    everybody.customer.email = None
    everybody.customer.save()
    booked(everybody)
    assert titles(everybody.customer, "app") == ["Your visit is booked"]
    assert rows(everybody.customer, "email") == []


def test_who_was_deactivated_is_told_nothing(everybody: Cast) -> None:
    appointment(everybody.home, everybody.customer)
    everybody.customer.is_active = False
    everybody.customer.save()
    relayed()
    assert not Notification.objects.exists()


def test_a_move_says_from_and_to(everybody: Cast) -> None:
    visit, home = booked(everybody), everybody.home
    settled()
    scheduling.reschedule(actor=actor(home.desk), appointment_id=visit.id, start=at_noon(home.center, days=5))
    relayed()
    assert titles(everybody.customer, "email") == ["Your visit is booked", "Your visit was moved"]
    moved = rows(everybody.customer, "email")[-1]
    assert moved.known["start"] != moved.tells["start"]
    before, after = (at_noon(home.center, days=days) for days in (3, 5))
    assert moved.message.index(f"{before.day} {before:%b}") < moved.message.index(f"{after.day} {after:%b}")
    assert rows(home.desk, "app") == [], "the desk did it itself"


def test_another_technician_is_no_news_to_the_customer(everybody: Cast) -> None:
    visit, home = booked(everybody), everybody.home
    scheduling.reschedule(actor=actor(home.desk), appointment_id=visit.id, technician_id=home.other_tech.id)
    relayed()
    assert titles(everybody.customer, "app") == ["Your visit is booked"]


def test_a_visit_that_was_booked_before_anybody_was_told_is_moved_all_the_same(everybody: Cast) -> None:
    visit, home = booked(everybody), everybody.home
    Notification.objects.all().delete()
    Event.objects.filter(subject=f"appointment:{visit.id}").update(subject="appointment:forgotten")
    scheduling.reschedule(actor=actor(home.desk), appointment_id=visit.id, start=at_noon(home.center, days=5))
    relayed()
    (row,) = rows(everybody.customer, "email")
    assert row.title == "Your visit is booked"
    assert "from" not in row.message


def test_the_desk_hears_that_a_customer_moved_or_cancelled_and_the_customer_gets_a_receipt(
    everybody: Cast,
) -> None:
    visit, home = booked(everybody), everybody.home
    owner = actor(everybody.customer)
    settled()
    scheduling.reschedule(actor=owner, appointment_id=visit.id, start=at_noon(home.center, days=5))
    relayed()
    settled()
    scheduling.cancel(actor=owner, appointment_id=visit.id, reason="Sold it")
    relayed()
    for somebody in (home.desk, home.admin):
        assert titles(somebody, "app") == [
            "Meena Raman moved their visit",
            "Meena Raman cancelled their visit",
        ]
        assert rows(somebody, "email") == []
    assert "Sold it" in rows(home.desk, "app")[-1].message
    assert rows(home.desk, "app")[-1].path == f"/board/arrivals/{visit.id}"
    assert titles(everybody.customer, "email")[-1] == "Your visit was cancelled"
    assert titles(everybody.customer, "app")[-1] == "Your visit was moved", "they know that they cancelled"
    for elsewhere in (home.tech, everybody.rival.desk, everybody.network):
        assert not Notification.objects.filter(user=elsewhere).exists()


def test_a_cancellation_by_the_desk_is_told_with_its_reason(everybody: Cast) -> None:
    visit = booked(everybody)
    settled()
    scheduling.cancel(actor=actor(everybody.home.desk), appointment_id=visit.id, reason="The lift broke")
    relayed()
    for channel in ("app", "email"):
        row = rows(everybody.customer, channel)[-1]
        assert row.title == "Your visit was cancelled"
        assert "The lift broke" in row.message


def test_who_did_not_come_is_told_where_to_call(everybody: Cast) -> None:
    visit, home = booked(everybody), everybody.home
    settled()
    Appointment.objects.filter(pk=visit.pk).update(
        scheduled_start=at_noon(home.center, days=-1), scheduled_end=at_noon(home.center, days=0)
    )
    scheduling.mark_no_show(actor=actor(home.desk), appointment_id=visit.id)
    relayed()
    assert titles(everybody.customer, "email")[-1] == "We did not see you"
    assert "+914412345678" in rows(everybody.customer, "email")[-1].message


def test_the_inbox_counts_what_is_unread_and_the_person_hears_of_it(everybody: Cast) -> None:
    booked(everybody)
    appointment(everybody.home, everybody.customer)
    relayed()
    inbox = Inbox.objects.get(user=everybody.customer)
    assert (inbox.unread, inbox.version) == (2, 2)
    stream = f"person:{everybody.customer.id}"
    heard = Event.objects.filter(stream=stream, name="notifications.NotificationSent").order_by("number")
    assert len(heard) == 2
    last = heard[1].data
    assert last["inbox"] == {"id": str(everybody.customer.id), "version": 2, "unread": 2}
    assert [one["title"] for one in last["notifications"]] == ["Your visit is booked"]


def test_a_reaction_that_runs_twice_tells_once(everybody: Cast) -> None:
    booked(everybody)
    before = Event.objects.count()
    event = Event.objects.get(name="scheduling.AppointmentBooked")
    assert tell(event_id=event.id) == []
    assert Notification.objects.count() == 2
    assert Event.objects.count() == before


def test_without_the_constraint_it_tells_twice(everybody: Cast) -> None:
    """The twin."""
    booked(everybody)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE notifications_notification DROP CONSTRAINT notification_once")
    tell(event_id=Event.objects.get(name="scheduling.AppointmentBooked").id)
    assert Notification.objects.count() == 4
