"""What the tests of the sockets share."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID, uuid4

import pytest

from tests.faults.redis import own_redis
from workshop.embedded.redis import Redis

from .browser import Browser
from .serving import Server, own_prefix

Browse = Callable[..., Browser]
Serve = Callable[..., Server]


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[Server]:
    """One web process for every test that does not harm it."""
    with Server() as running:
        yield running


@pytest.fixture(scope="session")
def deaf(django_db_setup: None) -> Iterator[Server]:
    """One web process that hears no doorbell and has the heads to go by."""
    with Server(prefix=f"deaf-{own_prefix()}") as running:
        yield running


@pytest.fixture(scope="session")
def by_hand(django_db_setup: None) -> Iterator[Server]:
    """One web process that never looks at the heads and hears the doorbells a test rings under its prefix."""
    with Server(prefix=f"by-hand-{own_prefix()}", without="heads") as running:
        yield running


@pytest.fixture(scope="session")
def careless(django_db_setup: None) -> Iterator[Server]:
    """One web process for the twins: it replays nothing, asks for access once and lets sockets fall behind."""
    with Server(without="replays,rechecks,limits") as running:
        yield running


@pytest.fixture(scope="session")
def hurried(django_db_setup: None) -> Iterator[Server]:
    """One web process that looks for expired sessions, and who is here, all the time."""
    with Server(without="patience") as running:
        yield running


@pytest.fixture
def serve(transactional_db: None) -> Iterator[Serve]:
    """Start web processes of the test's own."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(Server(**options))


@pytest.fixture
def browse() -> Iterator[Browse]:
    """Open browsers that are closed at the end."""
    with ExitStack() as stack:
        yield lambda port, **options: stack.enter_context(Browser(port, **options))


@pytest.fixture
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """A Redis of the test's own, running."""
    with own_redis(tmp_path_factory.mktemp("log")) as running:
        yield running


@pytest.fixture
def center() -> UUID:
    """The id of a centre whose stream nobody else uses."""
    return uuid4()


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The address of the tests' Redis."""
    return os.environ["REDIS_URL"]
