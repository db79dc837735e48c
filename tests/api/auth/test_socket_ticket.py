"""A ticket for the socket."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cast import Cast, actor, cast
from tests.door import Door, somebody
from workshop.accounts import services
from workshop.accounts.services.links import link_token
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.clock import real_now

pytestmark = pytest.mark.django_db


def test_a_person_gets_a_ticket_for_the_session(api: Door) -> None:
    door = api.as_(somebody())
    body = door.post("/api/auth/socket-ticket").json()
    assert body["expires_in"] == 30
    redeemed = services.redeem_ticket(token=body["ticket"])
    assert (redeemed.kind, redeemed.holder_id) == ("person", door.session_id)


def test_a_visitor_gets_none_and_needs_none(api: Door) -> None:
    assert api.post("/api/auth/socket-ticket", {}).json() == {"ticket": None, "expires_in": 30}


def test_the_holder_of_a_link_gets_one(api: Door) -> None:
    link = services.issue_link(
        actor=SYSTEM,
        kind="visit",
        subject_id=uuid4(),
        person_id=somebody().id,
        expires_at=real_now() + timedelta(days=1),
    )
    api.post("/api/public/links/exchange", {"token": link_token(link)})
    ticket = api.post("/api/auth/socket-ticket", {}).json()["ticket"]
    assert services.redeem_ticket(token=ticket).kind == "link"


def test_a_paired_screen_gets_one(api: Door) -> None:
    everybody: Cast = cast()
    device, token = services.request_pairing(actor=VISITOR)
    services.pair_device(
        actor=actor(everybody.home.desk), code=device.code, center_id=everybody.home.center.id
    )
    api.client.cookies["pitlane_device"] = token
    ticket = api.post("/api/auth/socket-ticket", {}).json()["ticket"]
    assert services.redeem_ticket(token=ticket).holder_id == device.id


def test_a_token_of_an_ended_session_gets_a_refusal_and_not_a_visitors_answer(api: Door) -> None:
    door = api.as_(somebody())
    door.post("/api/auth/logout")
    assert door.post("/api/auth/socket-ticket").status_code == 401
