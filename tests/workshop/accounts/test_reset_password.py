"""A forgotten password is set anew by a mailed link."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from tests.door import somebody
from workshop.accounts import services
from workshop.accounts.models import User
from workshop.centers.standing import standing_of
from workshop.events import log
from workshop.events.models import Event
from workshop.events.reactions import wanted
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Invalid

pytestmark = pytest.mark.django_db
NEW = "another quiet wrench"


def ask_and_read_mail(email: str) -> str:
    """Ask for a link, let the reactions run, and return the token in the mail."""
    services.request_reset(actor=VISITOR, email=email)
    event = Event.objects.get(name="accounts.PasswordResetRequested")
    for reaction in wanted(event.name):
        reaction.run(log.recorded(event))
    (token,) = re.findall(r"/reset/(\S+)", str(mail.outbox[-1].body))
    return token


def test_the_mailed_link_sets_a_password_once_and_ends_every_session() -> None:
    person = somebody("meena@example.com")
    session, _ = services.sign_in(actor=VISITOR, person=person, kind="customer")
    token = ask_and_read_mail("MEENA@example.com")
    assert mail.outbox[0].to == ["meena@example.com"]

    services.reset_password(actor=VISITOR, token=token, password=NEW)

    assert services.recognise(email="meena@example.com", password=NEW) == person
    assert standing_of(session.id) is None
    assert User.objects.get().email_verified_at
    with pytest.raises(Invalid) as refusal:
        services.reset_password(actor=VISITOR, token=token, password="a third quiet wrench")
    assert refusal.value.code == "reset_link_invalid"


def test_the_token_is_in_no_event() -> None:
    somebody("meena@example.com")
    token = ask_and_read_mail("meena@example.com")
    assert not any(token[27:] in str(event.data) for event in Event.objects.all())


def test_the_link_works_for_an_hour() -> None:
    somebody("meena@example.com")
    token = ask_and_read_mail("meena@example.com")
    with (
        time_machine.travel(real_now() + timedelta(minutes=61)),
        pytest.raises(Invalid) as refusal,
    ):
        services.reset_password(actor=VISITOR, token=token, password=NEW)
    assert refusal.value.code == "reset_link_invalid"
    with time_machine.travel(real_now() + timedelta(minutes=59)):
        services.reset_password(actor=VISITOR, token=token, password=NEW)


def test_a_person_the_desk_made_claims_the_account_by_mail() -> None:
    made = services.add_person(actor=SYSTEM, email="meena@example.com")
    services.reset_password(actor=VISITOR, token=ask_and_read_mail("meena@example.com"), password=NEW)
    assert services.recognise(email="meena@example.com", password=NEW) == made


def test_a_changed_password_makes_the_link_worthless() -> None:
    person = somebody("meena@example.com")
    token = ask_and_read_mail("meena@example.com")
    person.set_password("a third quiet wrench")
    person.save()
    with pytest.raises(Invalid):
        services.reset_password(actor=VISITOR, token=token, password=NEW)


@pytest.mark.parametrize("text", ["", "x", "A" * 59])
def test_a_forged_link_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        services.reset_password(actor=VISITOR, token=text, password=NEW)
    assert refusal.value.code == "reset_link_invalid"


def test_a_weak_password_leaves_the_link_working() -> None:
    somebody("meena@example.com")
    token = ask_and_read_mail("meena@example.com")
    with pytest.raises(Invalid) as refusal:
        services.reset_password(actor=VISITOR, token=token, password="password123")
    assert refusal.value.code == "password_too_weak"
    services.reset_password(actor=VISITOR, token=token, password=NEW)


def test_nobody_is_mailed_twice_within_a_minute() -> None:
    somebody("meena@example.com")
    for _ in range(3):
        services.request_reset(actor=VISITOR, email="meena@example.com")
    assert Event.objects.filter(name="accounts.PasswordResetRequested").count() == 1
    with time_machine.travel(real_now() + timedelta(seconds=61)):
        services.request_reset(actor=VISITOR, email="meena@example.com")
    assert Event.objects.filter(name="accounts.PasswordResetRequested").count() == 2


@pytest.mark.parametrize("active", [True, False])
def test_nobody_is_mailed_who_cannot_sign_in(active: bool) -> None:
    person = somebody("meena@example.com")
    User.objects.filter(pk=person.pk).update(is_active=active)
    services.request_reset(actor=VISITOR, email="nobody@example.com")
    assert not Event.objects.filter(name="accounts.PasswordResetRequested").exists()
    services.request_reset(actor=VISITOR, email="meena@example.com")
    assert Event.objects.filter(name="accounts.PasswordResetRequested").exists() is active
