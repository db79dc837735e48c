"""A person changes the password."""

from dataclasses import replace

import pytest

from tests.cast import actor
from tests.door import PASSWORD, somebody
from workshop.accounts import services
from workshop.centers.standing import standing_of
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.kernel.errors import Invalid

pytestmark = pytest.mark.django_db
NEW = "another quiet wrench"


def test_a_new_password_ends_every_other_session() -> None:
    person = somebody("meena@example.com")
    here, there = (services.sign_in(actor=VISITOR, person=person, kind="customer")[0] for _ in range(2))
    me = replace(actor(person), session_id=here.id)
    services.change_password(actor=me, current=PASSWORD, new=NEW)

    assert services.recognise(email="meena@example.com", password=NEW) == person
    assert standing_of(here.id)
    assert standing_of(there.id) is None
    names = list(Event.objects.filter(actor_id=person.id).order_by("number").values_list("name", flat=True))
    assert names == ["accounts.PasswordChanged", "accounts.SessionEnded"]
    assert not any("password" in str(event.data) for event in Event.objects.filter(name=names[0]))


def test_the_current_password_is_asked_for() -> None:
    person = somebody()
    with pytest.raises(Invalid) as refusal:
        services.change_password(actor=actor(person), current="not this one", new=NEW)
    assert refusal.value.code == "wrong_password"
    assert refusal.value.fields["current_password"]


def test_a_weak_password_changes_nothing() -> None:
    person = somebody("meena@example.com")
    with pytest.raises(Invalid) as refusal:
        services.change_password(actor=actor(person), current=PASSWORD, new="password123")
    assert refusal.value.fields["new_password"]
    assert services.recognise(email="meena@example.com", password=PASSWORD) == person
