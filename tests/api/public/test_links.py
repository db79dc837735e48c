"""Opening a link in a browser."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.door import Door, somebody
from workshop.accounts import services
from workshop.accounts.models import AccessLink
from workshop.accounts.services.links import link_token
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> AccessLink:
    return services.issue_link(
        actor=SYSTEM,
        kind="visit",
        subject_id=uuid4(),
        person_id=somebody().id,
        expires_at=real_now() + timedelta(days=1),
    )


def test_a_link_is_exchanged_for_a_cookie_that_scripts_cannot_read(api: Door, link: AccessLink) -> None:
    answer = api.post("/api/public/links/exchange", {"token": link_token(link)})
    assert answer.status_code == 200
    assert (answer.json()["kind"], answer.json()["id"]) == ("visit", str(link.subject_id))
    cookie = answer.cookies["pitlane_link"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/api")


def test_a_get_opens_nothing_for_mail_scanners_follow_links(api: Door, link: AccessLink) -> None:
    assert api.get("/api/public/links/exchange").status_code == 405


def test_a_link_may_be_opened_again(api: Door, link: AccessLink) -> None:
    for _ in range(2):
        assert api.post("/api/public/links/exchange", {"token": link_token(link)}).status_code == 200


def test_a_revoked_or_forged_link_is_not_found_and_says_what_to_do(api: Door, link: AccessLink) -> None:
    token = link_token(link)
    services.revoke_link(actor=SYSTEM, link_id=link.id)
    for text in (token, "x", token[:-1], token.swapcase()):
        answer = api.post("/api/public/links/exchange", {"token": text})
        assert (answer.status_code, answer.json()["code"]) == (404, "link_invalid")
        assert answer.json()["next"]


@pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": "x" * 201}, {"token": "x", "for": "y"}])
def test_a_body_that_is_wrong_is_refused(api: Door, body: dict[str, str]) -> None:
    assert api.post("/api/public/links/exchange", body).status_code == 400
