"""Emails are sent once, by whoever is first; what nobody knows of is shown and not repeated."""

import os
import signal
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connections

from tests.cast import Cast, appointment, cast, customer
from tests.crowd import at_once
from tests.workshop.notifications.postbox import HERE
from tests.workshop.notifications.telling import later, relayed, rows, titles
from workshop.accounts.services import exchange_link
from workshop.kernel.actor import VISITOR
from workshop.notifications.mail import email_of
from workshop.notifications.models import Notification
from workshop.notifications.post import Post
from workshop.notifications.services import send_due
from workshop.notifications.services.send import LEASE, claim
from workshop.notifications.services.settle import MOST_TRIES, settle
from workshop.scheduling.models import Appointment

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    """Return a cast whose customer has a visit, told by an email that is not sent yet."""
    made = cast()
    appointment(made.home, made.customer)
    relayed()
    return made


def email(everybody: Cast) -> Notification:
    return Notification.objects.get(user=everybody.customer, channel="email")


def server(settings: Any, kind: str) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.{kind}"


def test_nothing_is_sent_while_it_can_be_undone(everybody: Cast) -> None:
    due = email(everybody).send_after
    assert send_due(at=due - timedelta(milliseconds=1)).sent == 0
    assert send_due(at=due).sent == 1
    assert send_due(at=due).sent == 0


def test_an_email_is_text_and_html_with_a_link_that_opens_the_visit(everybody: Cast) -> None:
    everybody.home.center.email = "desk@example.com"
    everybody.home.center.save()
    send_due(at=later())
    (sent,) = mail.outbox
    row = email(everybody)
    assert (row.state, row.tries) == ("sent", 1)
    assert row.sent_at is not None
    assert (sent.to, sent.subject, sent.reply_to) == (
        [everybody.customer.email],
        "Your visit is booked",
        ["desk@example.com"],
    )
    assert sent.message()["Message-ID"] == f"<{row.id}@localhost>"
    link = next(word for word in sent.body.split() if "/v/" in word)
    assert isinstance(sent, mail.EmailMultiAlternatives)
    html = str(sent.alternatives[0][0])
    assert link in html
    assert row.message in sent.body
    _, opened, _ = exchange_link(actor=VISITOR, token=link.rpartition("/")[2])
    assert opened.scope == row.subject.replace("appointment", "visit")
    assert link.rpartition("/")[2] not in str(Notification.objects.filter(pk=row.pk).values())


def test_who_lost_their_address_meanwhile_is_sent_nothing(everybody: Cast) -> None:
    everybody.customer.email = None
    everybody.customer.save()
    assert send_due(at=later()).sent == 0
    assert email(everybody).state == "dropped"


def test_what_was_given_with_a_visit_alone_gets_its_email(everybody: Cast) -> None:
    """A guest whose email is somebody's account is a customer without one of their own."""
    guest = customer(everybody.home, "Zach")
    guest.email = None
    guest.save()
    visit = appointment(everybody.home, guest)
    Appointment.objects.filter(pk=visit.pk).update(contact_email="zach@example.com")
    relayed()
    assert send_due(at=later()).sent == 2
    assert [sent.to for sent in mail.outbox] == [[everybody.customer.email], ["zach@example.com"]]


def test_a_refused_email_is_tried_again_later_and_later_and_then_failed(
    everybody: Cast, settings: Any
) -> None:
    server(settings, "Refusing")
    at, pauses = later(), []
    for _ in range(MOST_TRIES - 1):
        assert send_due(at=at).refused == 1
        row = email(everybody)
        assert row.state == "pending"
        assert "552" in row.error
        assert send_due(at=at).refused == 0, "not at once"
        pauses.append(row.send_after)
        at = row.send_after
    assert pauses == sorted(pauses)
    assert send_due(at=at).refused == 1
    assert (email(everybody).state, email(everybody).tries) == ("failed", MOST_TRIES)
    relayed()
    (told,) = rows(everybody.home.desk, "app")
    assert told.title == "An email was not sent"
    assert "Meena Raman" in told.message
    assert "+919800000001" in told.message


def test_a_server_that_is_away_ends_the_round_and_gets_the_email_when_it_is_back(
    everybody: Cast, settings: Any
) -> None:
    appointment(everybody.home, everybody.customer)
    relayed()
    before = settings.EMAIL_BACKEND
    server(settings, "Away")
    assert send_due(at=later()).refused == 1
    settings.EMAIL_BACKEND = before
    assert send_due(at=later(timedelta(minutes=1))).sent == 2


def test_an_email_that_cannot_be_written_is_refused_and_not_lost(everybody: Cast) -> None:
    Notification.objects.filter(channel="email").update(title="Two\nlines")
    assert send_due(at=later()).refused == 1
    assert email(everybody).state == "pending"


def test_what_broke_off_is_shown_and_not_repeated(everybody: Cast, settings: Any) -> None:
    before = settings.EMAIL_BACKEND
    server(settings, "BreakingOff")
    assert send_due(at=later()).lost == 1
    settings.EMAIL_BACKEND = before
    assert email(everybody).state == "unknown"
    assert send_due(at=later(timedelta(days=1))).sent == 0
    relayed()
    assert titles(everybody.home.desk, "app") == titles(everybody.home.admin, "app")
    assert titles(everybody.home.desk, "app") == ["An email may not have arrived"]
    assert titles(everybody.rival.desk, "app") == []


def test_who_was_only_slow_says_what_became_of_it(everybody: Cast) -> None:
    at = later()
    row = claim(at=at)
    assert row is not None
    send_due(at=at + LEASE)
    assert email(everybody).state == "unknown"
    assert settle(notification_id=row.id, verb="deliver").state == "sent"


@pytest.mark.usefixtures("committed")
def test_a_sender_that_is_killed_leaves_an_email_that_nobody_sends_again(settings: Any) -> None:
    made = cast()
    appointment(made.home, made.customer)
    relayed()
    at = later()
    connections.close_all()
    sender = os.fork()
    if sender == 0:
        server(settings, "Deadly")
        send_due(at=at)
        os._exit(0)
    _, status = os.waitpid(sender, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert email(made).state == "sending"
    assert send_due(at=at + LEASE - timedelta(seconds=1)).lost == 0
    assert send_due(at=at + LEASE).lost == 1
    assert email(made).state == "unknown"
    assert timedelta(seconds=60) > LEASE
    assert send_due(at=at + timedelta(hours=1)).sent == 0
    assert mail.outbox == []


def crowded() -> int:
    """Make ten visits with an email each; return how many emails are due."""
    made = cast()
    for _ in range(10):
        appointment(made.home, made.customer)
    relayed()
    return Notification.objects.filter(channel="email", state="pending").count()


@pytest.mark.usefixtures("committed")
def test_four_sweepers_at_once_send_each_email_once() -> None:
    due = crowded()
    at = later()
    assert sum(tally.sent for tally in at_once(lambda _: send_due(at=at), range(4))) == due
    assert len({one.message()["Message-ID"] for one in mail.outbox}) == len(mail.outbox) == due


@pytest.mark.usefixtures("committed")
def test_without_the_claim_each_sweeper_sends_them_all() -> None:
    """The twin: everybody looks at what is due, and sends it."""
    due = crowded()

    def sweep(_: int) -> None:
        post = Post()
        for row in Notification.objects.filter(state="pending", send_after__lte=later()):
            post.hand_over(email_of(row))

    at_once(sweep, range(2))
    assert len(mail.outbox) == 2 * due
