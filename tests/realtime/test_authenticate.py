"""Who is here: a ticket, once, in time, from our own pages; nobody's ticket opens public topics only."""

import socket
import time
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from realtime.origins import is_own
from workshop.accounts.models import SignInSession, SocketTicket
from workshop.accounts.services import issue_ticket
from workshop.kernel.clock import real_now

from .browser import WITHIN
from .conftest import Browse
from .people import signed_in
from .serving import Server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("sockets")]


def test_ticket_says_who_it_is(server: Server, browse: Browse) -> None:
    actor = signed_in("meena@example.com")
    browser = browse(server.port)
    answer = browser.authenticate(issue_ticket(actor=actor))
    assert (answer["type"], answer["person"]) == ("authenticated", str(actor.id))
    assert abs(datetime.fromisoformat(answer["clock"]["now"]) - real_now()) < timedelta(seconds=WITHIN)
    assert answer["clock"]["rate"] == 1.0
    assert browser.subscribe("me")["type"] == "subscribed"


def test_ticket_is_good_once(server: Server, browse: Browse) -> None:
    ticket = issue_ticket(actor=signed_in("meena@example.com"))
    browse(server.port).authenticate(ticket)
    late = browse(server.port)
    answer = late.authenticate(ticket)
    assert (answer["type"], answer["code"]) == ("error", "ticket_invalid")
    assert late.until_closed() == 4401


def test_expired_ticket_is_refused(server: Server, browse: Browse) -> None:
    ticket = issue_ticket(actor=signed_in("meena@example.com"))
    SocketTicket.objects.update(expires_at=real_now() - timedelta(seconds=1))
    browser = browse(server.port)
    assert browser.authenticate(ticket)["code"] == "ticket_invalid"
    assert browser.until_closed() == 4401


@pytest.mark.parametrize(
    "ticket",
    ["", "\0", "é" * 59, "A" * 59, "x" * 60_000],
    ids=["empty", "nul", "foreign", "unsealed", "huge"],
)
def test_no_other_text_is_a_ticket(server: Server, browse: Browse, ticket: str) -> None:
    assert browse(server.port).authenticate(ticket)["code"] == "ticket_invalid"


def test_ticket_of_an_ended_session_is_refused(server: Server, browse: Browse) -> None:
    actor = signed_in("meena@example.com")
    ticket = issue_ticket(actor=actor)
    SignInSession.objects.update(expires_at=real_now() - timedelta(seconds=1))
    assert browse(server.port).authenticate(ticket)["code"] == "session_ended"


def test_nobody_hears_public_topics_only(server: Server, browse: Browse, center: UUID) -> None:
    browser = browse(server.port)
    assert browser.authenticate()["person"] is None
    assert browser.subscribe(f"sample.{center}")["type"] == "subscribed"
    for topic in ("me", f"sample.{center}.staff", f"center.{center}.desk", f"job.{center}"):
        assert browser.subscribe(topic)["code"] == "forbidden"


def test_who_says_nothing_is_closed_after_5_s(server: Server, browse: Browse) -> None:
    browser = browse(server.port)
    began = time.monotonic()
    assert browser.until_closed(within=7) == 4408
    assert 4.5 < time.monotonic() - began < 6
    assert browser.said[-1]["code"] == "authentication_timeout"


def test_nothing_is_heard_before_and_nobody_changes_after(
    server: Server, browse: Browse, center: UUID
) -> None:
    browser = browse(server.port)
    assert browser.subscribe(f"sample.{center}")["code"] == "not_authenticated"
    browser.authenticate()
    assert browser.authenticate()["code"] == "already_authenticated"
    assert browser.subscribe(f"sample.{center}")["type"] == "subscribed"


@pytest.mark.parametrize(
    ("origin", "path", "status"),
    [
        ("http://127.0.0.1:{port}", "/ws", 101),
        ("http://elsewhere.example", "/ws", 403),
        ("http://127.0.0.1:{port}.elsewhere.example", "/ws", 403),
        ("null", "/ws", 403),
        ("http://127.0.0.1:{port}", "/ws/", 403),
        ("http://127.0.0.1:{port}", "/other", 403),
    ],
)
def test_only_our_own_pages_open_sockets(server: Server, origin: str, path: str, status: int) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            f"Sec-WebSocket-Version: 13\r\nOrigin: {origin.format(port=server.port)}\r\n\r\n".encode()
        )
        assert raw.recv(12).decode() == f"HTTP/1.1 {status}"


def test_origin_of_the_settings_is_let_in(settings: Settings) -> None:
    assert not is_own("https://app.example", "api.example")
    settings.SOCKET_ORIGINS = ["https://app.example"]
    assert is_own("https://app.example", "api.example")
