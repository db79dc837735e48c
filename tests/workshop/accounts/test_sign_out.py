"""Sessions end, and say so."""

from uuid import uuid4

import pytest

from tests.cast import actor
from tests.door import somebody
from workshop.accounts import selectors, services
from workshop.accounts.models import SignInSession
from workshop.centers.standing import standing_of
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.kernel.errors import NotFound, Unauthenticated

pytestmark = pytest.mark.django_db


def test_signing_out_ends_the_session_and_tells_the_persons_stream() -> None:
    person = somebody()
    session, token = services.sign_in(actor=VISITOR, person=person, kind="customer")
    services.sign_out(actor=actor(person), session_id=session.id)

    assert standing_of(session.id) is None
    with pytest.raises(Unauthenticated):
        services.refresh(actor=VISITOR, token=token)
    event = Event.objects.get(name="accounts.SessionEnded")
    assert event.stream == event.subject == f"person:{person.id}"
    assert event.data == {"session_id": str(session.id), "reason": "signed_out"}


def test_signing_out_twice_tells_once() -> None:
    person = somebody()
    session, _ = services.sign_in(actor=VISITOR, person=person, kind="customer")
    for _ in range(2):
        services.sign_out(actor=actor(person), session_id=session.id)
    assert Event.objects.filter(name="accounts.SessionEnded").count() == 1


def test_a_person_ends_a_session_on_another_device_and_a_stranger_cannot() -> None:
    person, stranger = somebody(), somebody()
    session, _ = services.sign_in(actor=VISITOR, person=person, kind="customer")
    for id in (session.id, uuid4()):
        with pytest.raises(NotFound):
            services.end_session(actor=actor(stranger), session_id=id)
    assert standing_of(session.id)
    services.end_session(actor=actor(person), session_id=session.id)
    assert standing_of(session.id) is None


def test_all_sessions_end_but_the_one_in_use() -> None:
    person = somebody()
    kept, *others = [services.sign_in(actor=VISITOR, person=person, kind="customer")[0] for _ in range(3)]
    reason = SignInSession.EndReason.ENDED_BY_PERSON
    assert (
        services.end_sessions(actor=actor(person), person_id=person.id, reason=reason, besides=kept.id) == 2
    )
    assert [session.id for session in selectors.live_sessions(person.id)] == [kept.id]
    ended = {event.data["session_id"] for event in Event.objects.filter(name="accounts.SessionEnded")}
    assert ended == {str(session.id) for session in others}
