"""A person is deactivated: access ends, nothing is deleted."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cast import Cast, actor, cast
from tests.door import somebody
from workshop.accounts import services
from workshop.accounts.models import AccessLink, User
from workshop.centers.standing import standing_of
from workshop.events.models import Event
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_the_network_deactivates_a_person_and_every_access_ends(everybody: Cast) -> None:
    person = somebody()
    session, _ = services.sign_in(actor=VISITOR, person=person, kind="customer")
    services.issue_link(
        actor=SYSTEM,
        kind="visit",
        subject_id=uuid4(),
        person_id=person.id,
        expires_at=real_now() + timedelta(days=1),
    )
    services.deactivate(actor=actor(everybody.network), person_id=person.id)

    assert standing_of(session.id) is None
    assert AccessLink.objects.get().revoked_at
    assert not User.objects.get(pk=person.id).is_active
    names = set(Event.objects.filter(actor_id=everybody.network.id).values_list("name", flat=True))
    assert names == {"accounts.PersonDeactivated", "accounts.SessionEnded", "accounts.LinkRevoked"}


def test_deactivating_twice_tells_once(everybody: Cast) -> None:
    person = somebody()
    for _ in range(2):
        services.deactivate(actor=actor(everybody.network), person_id=person.id)
    assert Event.objects.filter(name="accounts.PersonDeactivated").count() == 1


def test_the_administrator_of_a_centre_deactivates_nobody(everybody: Cast) -> None:
    for user in (everybody.home.admin, everybody.home.desk, everybody.customer):
        with pytest.raises(Forbidden):
            services.deactivate(actor=actor(user), person_id=everybody.customer.id)
    assert User.objects.get(pk=everybody.customer.id).is_active


def test_a_person_who_does_not_exist_is_not_found(everybody: Cast) -> None:
    with pytest.raises(NotFound):
        services.deactivate(actor=actor(everybody.network), person_id=uuid4())
