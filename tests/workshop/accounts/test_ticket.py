"""A socket ticket is used once, and in time."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection

from tests.cast import actor
from tests.crowd import at_once, told
from tests.door import somebody
from workshop.accounts import services, tokens
from workshop.accounts.models import SocketTicket
from workshop.accounts.services.tickets import Redeemed
from workshop.kernel.actor import SYSTEM, VISITOR, Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Forbidden, Unauthenticated

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> Actor:
    person = somebody()
    session, _ = services.sign_in(actor=VISITOR, person=person, kind="customer")
    return replace(actor(person), session_id=session.id)


def test_a_ticket_tells_whose_it_was_and_is_gone(me: Actor) -> None:
    ticket = services.issue_ticket(actor=me)
    assert services.redeem_ticket(token=ticket) == Redeemed("person", me.session_id)
    with pytest.raises(Unauthenticated) as refusal:
        services.redeem_ticket(token=ticket)
    assert refusal.value.code == "ticket_invalid"


def test_a_ticket_is_good_for_thirty_seconds(me: Actor) -> None:
    with time_machine.travel(real_now() - timedelta(seconds=31)):
        old = services.issue_ticket(actor=me)
    with pytest.raises(Unauthenticated):
        services.redeem_ticket(token=old)
    with time_machine.travel(real_now() - timedelta(seconds=25)):
        young = services.issue_ticket(actor=me)
    assert services.redeem_ticket(token=young)


@pytest.mark.parametrize("text", ["", "x", "A" * 59])
def test_what_was_never_a_ticket_is_refused(text: str) -> None:
    with pytest.raises(Unauthenticated):
        services.redeem_ticket(token=text)


def test_the_id_of_a_ticket_is_not_a_ticket(me: Actor) -> None:
    services.issue_ticket(actor=me)
    id = SocketTicket.objects.get().id
    for text in (str(id), tokens.seal(tokens.REFRESH, id), tokens.seal(tokens.TICKET, uuid4())):
        with pytest.raises(Unauthenticated):
            services.redeem_ticket(token=text)


def test_nobody_without_a_session_gets_a_ticket() -> None:
    for who in (VISITOR, SYSTEM, Actor("person", uuid4())):
        with pytest.raises(Forbidden):
            services.issue_ticket(actor=who)


@pytest.mark.usefixtures("committed")
def test_of_sixteen_sockets_with_one_ticket_one_opens(me: Actor) -> None:
    ticket = services.issue_ticket(actor=me)
    results = at_once(lambda token: services.redeem_ticket(token=token), [ticket] * 16)
    assert told(results, "ticket_invalid") == 15


@pytest.mark.usefixtures("committed")
def test_twin_looking_before_deleting_opens_several(me: Actor) -> None:
    services.issue_ticket(actor=me)
    id = SocketTicket.objects.get().id

    def look_then_delete(ticket_id: UUID) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*), pg_sleep(0.2) FROM accounts_socketticket WHERE id = %s", [ticket_id]
            )
            there = cursor.fetchone()[0] == 1
            cursor.execute("DELETE FROM accounts_socketticket WHERE id = %s", [ticket_id])
        return bool(there)

    assert at_once(look_then_delete, [id] * 16).count(True) > 1
