"""Who is taken on without a password is invited by mail to set one."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from tests.cast import Cast, actor, cast
from workshop.accounts.models import User
from workshop.accounts.services import recognise, reset_password
from workshop.centers import services
from workshop.centers.models import Membership
from workshop.events import log
from workshop.events.models import Event
from workshop.events.reactions import wanted
from workshop.kernel.actor import VISITOR, Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Invalid

pytestmark = pytest.mark.django_db
EMAIL = "divya@example.com"
NEW = "another quiet wrench"
INVITED = Event.objects.filter(name="centers.ColleagueInvited")


@pytest.fixture
def everybody() -> Cast:
    return cast()


def take_on(by: Actor, center: Any, role: str = "technician") -> Membership:
    return services.employ(
        actor=by, email=EMAIL, role=role, center_id=center and center.id, name="Divya Nair"
    )


def deliver() -> None:
    """Let the reactions to the invitation run."""
    for event in INVITED.all():
        for reaction in wanted(event.name):
            reaction.run(log.recorded(event))


def mailed_token() -> str:
    (token,) = re.findall(r"/welcome/(\S+)", str(mail.outbox[-1].body))
    return token


@pytest.mark.parametrize(
    ("role", "work"),
    [
        ("staff", "you work there at the front desk."),
        ("technician", "you work there as a technician."),
        ("admin", "you work there as an administrator."),
    ],
)
def test_the_mail_says_where_who_and_what_for(everybody: Cast, role: str, work: str) -> None:
    home = everybody.home
    take_on(actor(home.admin), home.center, role)
    deliver()
    (said,) = mail.outbox
    assert (said.subject, said.to) == ("You work at Anna Nagar now", [EMAIL])
    body = str(said.body)
    assert "Hello Divya Nair," in body
    assert f"Admin A. added you to Anna Nagar: {work}" in body
    for part in ("once and for 7 days", "“Forgot password”", "/forgot", "Is this a mistake? Then do nothing"):
        assert part in body
    assert "asked for a new password" not in body


def test_the_networks_administration_is_named_where_there_is_no_centre(everybody: Cast) -> None:
    take_on(actor(everybody.network), None, "admin")
    deliver()
    (said,) = mail.outbox
    assert said.subject == "You work in the network's administration now"
    assert "the administration of the whole network" in str(said.body)


def test_the_link_sets_a_password_once_within_seven_days(everybody: Cast) -> None:
    home = everybody.home
    made = take_on(actor(home.admin), home.center)
    deliver()
    token = mailed_token()
    with time_machine.travel(real_now() + timedelta(days=7, minutes=1)), pytest.raises(Invalid) as late:
        reset_password(actor=VISITOR, token=token, password=NEW)
    assert late.value.code == "reset_link_invalid"
    assert "Forgot password" in late.value.next
    with time_machine.travel(real_now() + timedelta(days=6, hours=23)):
        reset_password(actor=VISITOR, token=token, password=NEW)
        assert recognise(email=EMAIL, password=NEW).id == made.user_id
        with pytest.raises(Invalid):
            reset_password(actor=VISITOR, token=token, password="a third quiet wrench")


def test_the_token_is_in_no_event(everybody: Cast) -> None:
    home = everybody.home
    take_on(actor(home.admin), home.center)
    deliver()
    assert not any(mailed_token()[27:] in str(event.data) for event in Event.objects.all())


def test_a_late_mail_opens_no_account_that_has_a_password_by_now(everybody: Cast) -> None:
    home = everybody.home
    take_on(actor(home.admin), home.center)
    person = User.objects.with_email(EMAIL).get()
    person.set_password(NEW)
    person.save()
    deliver()
    assert mail.outbox == []


def test_who_works_there_no_more_is_not_invited(everybody: Cast) -> None:
    home = everybody.home
    who = actor(home.admin)
    services.end_membership(actor=who, membership_id=take_on(who, home.center).id)
    deliver()
    assert mail.outbox == []


def test_adding_somebody_again_sends_another_but_one_a_minute(everybody: Cast) -> None:
    home = everybody.home
    for _ in range(3):
        take_on(actor(home.admin), home.center)
    assert INVITED.count() == 1
    take_on(actor(home.admin), home.center, "staff")
    assert INVITED.count() == 2
    with time_machine.travel(real_now() + timedelta(seconds=61)):
        take_on(actor(home.admin), home.center)
    assert INVITED.count() == 3
