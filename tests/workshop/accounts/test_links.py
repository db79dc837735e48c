"""A link opens one thing in one browser, until it is revoked."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.conf import settings

from tests.door import somebody
from workshop.accounts import selectors, services
from workshop.accounts.models import AccessLink, LinkSession, User
from workshop.accounts.services.links import link_token
from workshop.events.models import Event
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return somebody()


def issue(person: User, visit: UUID | None = None, days: int = 30) -> AccessLink:
    return services.issue_link(
        actor=SYSTEM,
        kind="visit",
        subject_id=visit or uuid4(),
        person_id=person.id,
        expires_at=real_now() + timedelta(days=days),
    )


def opened(token: str, session_id: UUID | None = None) -> LinkSession:
    return services.exchange_link(actor=VISITOR, token=token, session_id=session_id)[0]


def test_a_link_opens_its_subject_for_its_person(person: User) -> None:
    link = issue(person)
    found = selectors.link_actor(opened(link_token(link)).id)
    assert found is not None
    actor, links = found
    assert (actor.kind, actor.id, actor.scopes) == ("link", person.id, {f"visit:{link.subject_id}"})
    assert links == [str(link.id)]
    assert actor.roles == ()


def test_a_link_can_be_rebuilt_and_is_kept_nowhere(person: User) -> None:
    link = issue(person)
    token = link_token(AccessLink.objects.get())
    assert token == link_token(link)
    assert not any(token[27:] in str(value) for value in AccessLink.objects.values().get().values())


def test_asking_again_prolongs_the_same_link(person: User) -> None:
    visit = uuid4()
    first, again = issue(person, visit, days=1), issue(person, visit, days=9)
    assert link_token(first) == link_token(again)
    assert again.expires_at > first.expires_at


def test_a_revoked_link_opens_nothing_and_closes_what_it_opened(person: User) -> None:
    link = issue(person)
    token = link_token(link)
    session = opened(token)
    services.revoke_link(actor=SYSTEM, link_id=link.id)

    assert selectors.link_actor(session.id) is None
    with pytest.raises(NotFound) as refusal:
        opened(token)
    assert refusal.value.code == "link_invalid"
    event = Event.objects.get(name="accounts.LinkRevoked")
    assert event.stream == f"link:{link.id}"
    assert event.data == {"link_id": str(link.id), "scope": f"visit:{link.subject_id}"}


def test_a_link_issued_again_after_its_revocation_has_another_token_and_revives_no_session(
    person: User,
) -> None:
    visit = uuid4()
    link = issue(person, visit)
    old = link_token(link)
    session = opened(old)
    services.revoke_link(actor=SYSTEM, link_id=link.id)
    fresh = link_token(issue(person, visit))

    assert fresh != old
    assert selectors.link_actor(session.id) is None
    with pytest.raises(NotFound):
        opened(old)
    assert selectors.link_actor(opened(fresh).id)


def test_two_links_of_one_person_open_side_by_side_in_one_browser(person: User) -> None:
    one, two = issue(person), issue(person)
    session = opened(link_token(one))
    assert opened(link_token(two), session.id).id == session.id
    found = selectors.link_actor(session.id)
    assert found
    assert found[0].scopes == {one.scope, two.scope}


def test_the_link_of_somebody_else_opens_a_session_of_its_own(person: User) -> None:
    session = opened(link_token(issue(person)))
    other = issue(somebody())
    theirs = opened(link_token(other), session.id)
    assert theirs.id != session.id
    found = selectors.link_actor(theirs.id)
    assert found
    assert found[0].scopes == {other.scope}


def test_links_and_their_sessions_end_in_time(person: User) -> None:
    link = issue(person, days=30)
    session = opened(link_token(link))
    LinkSession.objects.update(expires_at=real_now())
    assert selectors.link_actor(session.id) is None
    session = opened(link_token(link))
    AccessLink.objects.update(expires_at=real_now())
    assert selectors.link_actor(session.id) is None
    with pytest.raises(NotFound):
        opened(link_token(link))


def test_a_session_lasts_twelve_hours_from_the_last_exchange(person: User) -> None:
    token = link_token(issue(person))
    session = opened(token)
    assert timedelta(hours=12) == settings.LINK_SESSION_LIFETIME
    with time_machine.travel(real_now() + timedelta(hours=1)):
        assert opened(token, session.id).expires_at > session.expires_at


def test_a_deactivated_person_has_no_links(person: User) -> None:
    link = issue(person)
    session = opened(link_token(link))
    services.deactivate(actor=SYSTEM, person_id=person.id)
    assert selectors.link_actor(session.id) is None
    with pytest.raises(NotFound):
        opened(link_token(link))


@pytest.mark.parametrize("text", ["", "x", "A" * 59])
def test_a_forged_link_is_refused(text: str) -> None:
    with pytest.raises(NotFound):
        opened(text)
