"""A real server, a real browser, and a small workshop with people who can sign in."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

from tests.cast import House, house
from tests.door import PASSWORD
from tests.faults.proxy import Proxy
from tests.realtime.serving import Server

from .chromium import find_chromium
from .visitor import Open, Visitor

APPLICATION = "realtime.asgi:application"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium to run in."""
    return find_chromium()


@pytest.fixture(scope="module")
def browser(chromium: str, django_db_setup: None) -> Iterator[Browser]:
    """One browser for a file of journeys; each person gets a context of their own."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # While the browser is driven, a loop of its driver counts as running in this thread.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        started = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield started
        started.close()
        connections.close_all()


@pytest.fixture(scope="session")
def front_end() -> None:
    """The built front end."""
    built = settings.FRONTEND_DIST / "index.html"
    assert built.exists(), (
        "The front end is not built: run `python3 -m workshop.embedded test`, which does it."
    )


@pytest.fixture(scope="session")
def server(chromium: str, front_end: None, django_db_setup: None) -> Iterator[Server]:
    """One web process for every journey that does not harm it."""
    with Server(application=APPLICATION) as running:
        yield running


@pytest.fixture
def visit(browser: Browser, server: Server, transactional_db: None) -> Iterator[Open]:
    """Let somebody visit: `visit("phone")`, at another port when one is given."""
    visitors: list[Visitor] = []

    def enter(screen: str, *, port: int | None = None, scheme: str = "light") -> Visitor:
        came = Visitor(browser, f"http://127.0.0.1:{port or server.port}", screen, scheme=scheme)
        visitors.append(came)
        return came

    yield enter
    troubles = [trouble for came in visitors for trouble in came.troubles]
    for came in visitors:
        came.close()
    assert not troubles


@pytest.fixture
def own_server(chromium: str, front_end: None, transactional_db: None) -> Iterator[Server]:
    """A web process that the journey may kill."""
    with Server(application=APPLICATION) as running:
        yield running


@pytest.fixture
def line(server: Server) -> Iterator[Proxy]:
    """A line to the server that the journey may cut."""
    with Proxy(server.port) as proxy:
        yield proxy


@pytest.fixture
def home(transactional_db: None) -> House:
    """A centre whose people sign in with PASSWORD, and where it is about noon."""
    made = house("ANN", "Anna Nagar")
    made.center.time_zone = zone_at_noon()
    made.center.save(update_fields=["time_zone"])
    for user in made.people.values():
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
    return made


def zone_at_noon() -> str:
    """Return a time zone where it is between 12:00 and 13:00 now, so that no journey meets a midnight."""
    ahead = 12 - datetime.now(UTC).hour
    return f"Etc/GMT{-ahead:+}" if ahead else "Etc/GMT"
