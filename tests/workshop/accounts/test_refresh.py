"""A refresh token is exchanged for the next one of its family."""

from datetime import timedelta
from threading import Event as Signal
from threading import Thread
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.conf import settings
from django.db import connections

from tests.crowd import at_once, told
from tests.door import somebody
from workshop.accounts import services, tokens
from workshop.accounts.models import SignInSession
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Unauthenticated

pytestmark = pytest.mark.django_db


@pytest.fixture
def session_and_token() -> tuple[SignInSession, str]:
    return services.sign_in(actor=VISITOR, person=somebody(), kind="staff")


def refresh(token: str) -> str:
    return services.refresh(actor=VISITOR, token=token).refresh_token


def test_each_refresh_gives_the_next_token(session_and_token: tuple[SignInSession, str]) -> None:
    _, first = session_and_token
    second = refresh(first)
    third = refresh(second)
    assert len({first, second, third}) == 3


def test_a_second_tab_gets_the_token_now_in_force_for_twenty_seconds(
    session_and_token: tuple[SignInSession, str],
) -> None:
    _, first = session_and_token
    second = refresh(first)
    with time_machine.travel(real_now() + timedelta(seconds=19)):
        assert refresh(first) == second


def test_a_token_that_was_used_ends_the_family(session_and_token: tuple[SignInSession, str]) -> None:
    session, first = session_and_token
    second = refresh(first)
    with time_machine.travel(real_now() + timedelta(seconds=21)):
        with pytest.raises(Unauthenticated) as refusal:
            refresh(first)
        assert refusal.value.code == "session_ended"
        with pytest.raises(Unauthenticated):
            refresh(second)
    session.refresh_from_db()
    assert session.end_reason == "replayed"
    assert Event.objects.get(name="accounts.SessionEnded").data["reason"] == "replayed"


def test_a_token_two_generations_old_ends_the_family_at_once(
    session_and_token: tuple[SignInSession, str],
) -> None:
    _, first = session_and_token
    third = refresh(refresh(first))
    for token in (first, third):
        with pytest.raises(Unauthenticated):
            refresh(token)


def test_an_unused_session_ends_by_itself(session_and_token: tuple[SignInSession, str]) -> None:
    _, first = session_and_token
    later = real_now() + settings.SESSION_IDLE["staff"] + timedelta(seconds=1)
    with time_machine.travel(later), pytest.raises(Unauthenticated):
        refresh(first)


def test_a_session_that_is_used_ends_after_its_longest_time(
    session_and_token: tuple[SignInSession, str],
) -> None:
    session, token = session_and_token
    began = session.created_at
    for hours in range(48):
        with time_machine.travel(began + timedelta(minutes=15 * hours)):
            token = refresh(token)
    session.refresh_from_db()
    assert session.expires_at == began + settings.SESSION_ABSOLUTE["staff"]
    with time_machine.travel(session.expires_at), pytest.raises(Unauthenticated):
        refresh(token)


@pytest.mark.parametrize("text", ["", "x", "A" * 59, "é" * 59, "!" * 59])
def test_what_was_never_a_token_is_refused(text: str) -> None:
    with pytest.raises(Unauthenticated):
        refresh(text)


def test_a_token_sealed_for_another_purpose_or_by_another_key_is_refused(
    session_and_token: tuple[SignInSession, str], settings: Any
) -> None:
    session, token = session_and_token
    with pytest.raises(Unauthenticated):
        refresh(tokens.seal(tokens.TICKET, session.id, session.generation))
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "another" * 8
    with pytest.raises(Unauthenticated):
        refresh(token)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert refresh(token)


def test_a_deactivated_person_refreshes_nothing(session_and_token: tuple[SignInSession, str]) -> None:
    session, token = session_and_token
    session.user.is_active = False
    session.user.save()
    with pytest.raises(Unauthenticated):
        refresh(token)


@pytest.mark.usefixtures("committed")
def test_one_token_used_sixteen_times_at_once_moves_the_family_one_generation() -> None:
    session, token = services.sign_in(actor=VISITOR, person=somebody(), kind="staff")
    results = at_once(refresh, [token] * 16)
    session.refresh_from_db()
    assert told(results, "session_ended") == 0
    assert len(set(results)) == 1
    assert session.generation == 2


def late_writer_takes_the_family_back(locked: bool) -> int:
    """Refresh twice while a first refresh has read the row and not yet written it; return the last generation."""
    session, first = services.sign_in(actor=VISITOR, person=somebody(), kind="staff")
    has_read, go_on = Signal(), Signal()
    save = SignInSession.save

    def slow_save(self: SignInSession, *args: Any, **kwargs: Any) -> None:
        if not has_read.is_set():
            has_read.set()
            go_on.wait(0.5 if locked else 10)
        save(self, *args, **kwargs)

    def slow_refresh() -> None:
        refresh(first)
        connections.close_all()

    with patch.object(SignInSession, "save", slow_save):
        slow = Thread(target=slow_refresh)
        slow.start()
        assert has_read.wait(10)
        refresh(refresh(first))
        go_on.set()
        slow.join(10)
    session.refresh_from_db()
    return session.generation


@pytest.mark.usefixtures("committed")
def test_a_slow_refresh_never_takes_the_family_back() -> None:
    assert late_writer_takes_the_family_back(locked=True) == 3


@pytest.mark.usefixtures("committed")
def test_twin_without_the_row_lock_a_slow_refresh_revives_a_used_token() -> None:
    unlocked = patch(
        "django.db.models.query.QuerySet.select_for_update", lambda self, *args, **kwargs: self._chain()
    )
    with unlocked:
        assert late_writer_takes_the_family_back(locked=False) == 2
