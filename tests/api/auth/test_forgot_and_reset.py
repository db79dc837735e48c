"""A forgotten password over HTTP."""

import re

import pytest
from django.core import mail

from tests.door import Door, somebody
from workshop.events import relay
from workshop.events.models import Event
from workshop.events.react import react

pytestmark = pytest.mark.django_db
NEW = "another quiet wrench"


def mailed_token() -> str:
    relay.collect()
    relay.hand_over(lambda event_id, name: react(event_id, name))
    (token,) = re.findall(r"/reset/(\S+)", str(mail.outbox[-1].body))
    return token


def test_the_answer_does_not_tell_whether_anybody_has_the_email(api: Door) -> None:
    somebody("meena@example.com")
    answers = [
        api.post("/api/auth/forgot", {"email": email})
        for email in ("meena@example.com", "nobody@example.com")
    ]
    assert [(answer.status_code, answer.content) for answer in answers] == [(202, b"")] * 2


def test_the_mailed_link_sets_a_password_once(api: Door) -> None:
    person = somebody("meena@example.com")
    door = api.as_(person)
    api.post("/api/auth/forgot", {"email": "meena@example.com"})
    body = {"token": mailed_token(), "password": NEW}
    assert api.post("/api/auth/reset", body).status_code == 204
    assert door.get("/api/users/profile").status_code == 401
    assert api.post("/api/auth/login", {"email": "meena@example.com", "password": NEW}).status_code == 200
    again = api.post("/api/auth/reset", body)
    assert (again.status_code, again.json()["code"]) == (400, "reset_link_invalid")


def test_a_weak_password_names_its_field(api: Door) -> None:
    somebody("meena@example.com")
    api.post("/api/auth/forgot", {"email": "meena@example.com"})
    answer = api.post("/api/auth/reset", {"token": mailed_token(), "password": "password123"})
    assert (answer.status_code, answer.json()["code"]) == (400, "password_too_weak")
    assert answer.json()["fields"]["password"]


@pytest.mark.parametrize("email", ["", "not an email", None, 7, "a@b"])
def test_what_is_no_email_is_refused(api: Door, email: object) -> None:
    assert api.post("/api/auth/forgot", {"email": email}).status_code == 400
    assert not Event.objects.exists()
