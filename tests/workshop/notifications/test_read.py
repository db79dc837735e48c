"""Everybody reads their own, and other tabs follow."""

import pytest

from tests.cast import Cast, actor, appointment, cast
from tests.workshop.notifications.telling import relayed, rows
from workshop.events.models import Event
from workshop.kernel.errors import NotFound
from workshop.notifications.models import Inbox
from workshop.notifications.services import read_all, read_notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    made = cast()
    for _ in range(3):
        appointment(made.home, made.customer)
    relayed()
    return made


def test_reading_one_counts_it_off(everybody: Cast) -> None:
    me, first = actor(everybody.customer), rows(everybody.customer, "app")[0]
    (read,), inbox = read_notification(actor=me, notification_id=first.id)
    assert (read.is_read, inbox.unread) == (True, 2)
    first.refresh_from_db()
    assert first.read_at is not None
    heard = Event.objects.filter(stream=f"person:{me.id}").latest("number")
    assert heard.name == "notifications.NotificationRead"
    assert heard.data["inbox"]["unread"] == 2
    assert [(one["id"], one["is_read"]) for one in heard.data["notifications"]] == [(str(first.id), True)]


def test_reading_it_again_changes_nothing(everybody: Cast) -> None:
    me, first = actor(everybody.customer), rows(everybody.customer, "app")[0]
    read_notification(actor=me, notification_id=first.id)
    before = (Event.objects.count(), rows(everybody.customer, "app")[0].read_at)
    read_notification(actor=me, notification_id=first.id)
    assert (Event.objects.count(), rows(everybody.customer, "app")[0].read_at) == before


def test_reading_all_leaves_none_unread(everybody: Cast) -> None:
    me = actor(everybody.customer)
    read, inbox = read_all(actor=me)
    assert (len(read), inbox.unread) == (3, 0)
    assert all(row.is_read for row in rows(everybody.customer, "app"))
    before = Event.objects.count()
    assert read_all(actor=me) == ([], inbox)
    assert Event.objects.count() == before


def test_nobody_reads_what_is_not_theirs_or_is_an_email(everybody: Cast) -> None:
    (row, *_), (email, *_) = rows(everybody.customer, "app"), rows(everybody.customer, "email")
    for who, one in ((everybody.stranger, row), (everybody.home.desk, row), (everybody.customer, email)):
        with pytest.raises(NotFound):
            read_notification(actor=actor(who), notification_id=one.id)
    assert Inbox.objects.get(user=everybody.customer).unread == 3
