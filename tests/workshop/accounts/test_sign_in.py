"""A person is recognised and a session opens."""

import time

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.test import RequestFactory

from tests.door import PASSWORD, somebody
from workshop.accounts import services
from workshop.accounts.models import SignInSession
from workshop.kernel.actor import VISITOR, Actor, Origin
from workshop.kernel.errors import Unauthenticated

pytestmark = pytest.mark.django_db


def test_a_person_is_recognised_whatever_the_case_of_the_email() -> None:
    person = somebody("meena@example.com")
    assert services.recognise(email=" MEENA@example.com", password=PASSWORD) == person


def test_a_wrong_password_and_an_unknown_email_get_the_same_answer() -> None:
    somebody("meena@example.com")
    said = []
    for email in ("meena@example.com", "nobody@example.com"):
        with pytest.raises(Unauthenticated) as refusal:
            services.recognise(email=email, password="not this one")
        said.append((refusal.value.code, refusal.value.detail, refusal.value.next))
    assert said[0] == said[1]
    assert said[0][0] == "wrong_credentials"


def test_an_unknown_email_takes_as_long_as_a_known_one(settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    somebody("meena@example.com")

    def fastest(email: str) -> float:
        spans = []
        for _ in range(3):
            began = time.perf_counter()
            with pytest.raises(Unauthenticated):
                services.recognise(email=email, password="not this one")
            spans.append(time.perf_counter() - began)
        return min(spans)

    assert fastest("nobody@example.com") > 0.4 * fastest("meena@example.com")


def test_a_deactivated_person_learns_so_only_with_the_right_password() -> None:
    person = somebody("meena@example.com")
    person.is_active = False
    person.save()
    with pytest.raises(Unauthenticated) as refusal:
        services.recognise(email="meena@example.com", password=PASSWORD)
    assert refusal.value.code == "account_deactivated"
    with pytest.raises(Unauthenticated) as refusal:
        services.recognise(email="meena@example.com", password="not this one")
    assert refusal.value.code == "wrong_credentials"


@pytest.mark.parametrize("kind", ["staff", "technician", "customer"])
def test_a_session_lasts_as_long_as_its_kind(kind: str) -> None:
    person = somebody()
    session, _ = services.sign_in(actor=VISITOR, person=person, kind=kind)
    assert session.expires_at - session.created_at == settings.SESSION_IDLE[kind]
    person.refresh_from_db()
    assert person.last_login == session.created_at


def test_a_session_keeps_where_it_was_opened() -> None:
    visitor = Actor("visitor", origin=Origin("203.0.113.7", "Firefox"))
    session, _ = services.sign_in(actor=visitor, person=somebody(), kind="customer")
    assert (session.ip_address, session.user_agent) == ("203.0.113.7", "Firefox")


def test_no_secret_is_in_any_row_of_a_session() -> None:
    session, token = services.sign_in(actor=VISITOR, person=somebody(), kind="customer")
    kept = SignInSession.objects.filter(pk=session.pk).values().get()
    history = session.history.values().get()
    secret = token[27:]
    assert not any(secret in str(value) for value in [*kept.values(), *history.values()])


def test_django_signs_in_by_email_too() -> None:
    person = somebody("meena@example.com")
    request = RequestFactory().post("/")
    assert authenticate(request, email="Meena@example.com", password=PASSWORD) == person
    assert authenticate(request, email="meena@example.com", password="not this one") is None
