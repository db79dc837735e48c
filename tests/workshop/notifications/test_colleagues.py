"""What a role is to who is given one and has a password already: where they work now."""

import pytest
from django.core import mail

from tests.cast import Cast, actor, application, cast
from tests.workshop.notifications.telling import later, relayed, rows, titles
from workshop.centers import services as centers
from workshop.notifications.services import send_due

pytestmark = pytest.mark.django_db
NOW = "You work at Anna Nagar now"


@pytest.fixture
def everybody() -> Cast:
    found = cast()
    found.rival.tech.set_password("a quiet wrench")
    found.rival.tech.save()
    return found


def test_who_is_given_work_hears_where_what_as_and_from_whom(everybody: Cast) -> None:
    home, person = everybody.home, everybody.rival.tech
    centers.give_role(actor=actor(home.admin), user_id=person.id, role="technician", center_id=home.center.id)
    relayed()
    (told,) = rows(person, "app")
    assert (told.title, told.path) == (NOW, "/")
    assert told.message.endswith("added you: you work there as a technician.")
    send_due(at=later())
    (email,) = mail.outbox
    assert (email.to, email.subject) == ([person.email], NOW)


def test_a_role_that_was_given_by_mistake_and_ended_at_once_is_not_mailed(everybody: Cast) -> None:
    home, person = everybody.home, everybody.rival.tech
    given = centers.give_role(
        actor=actor(home.admin), user_id=person.id, role="technician", center_id=home.center.id
    )
    relayed()
    assert titles(person, "app") == [NOW]
    centers.end_membership(actor=actor(home.admin), membership_id=given.id)
    relayed()
    send_due(at=later())
    assert mail.outbox == []
    assert rows(person, "app") == []


def test_who_is_invited_gets_no_second_mail(everybody: Cast) -> None:
    home, person = everybody.home, everybody.rival.other_tech
    assert not person.has_usable_password()
    centers.give_role(actor=actor(home.admin), user_id=person.id, role="staff", center_id=home.center.id)
    relayed()
    assert rows(person, "app") == rows(person, "email") == []


def test_an_approved_application_is_told_once(everybody: Cast) -> None:
    applied = application(everybody.customer, "Guindy Motors")
    centers.approve_center(actor=actor(everybody.network), center_id=applied.id)
    relayed()
    assert titles(everybody.customer, "app") == ["Guindy Motors is in the network"]
