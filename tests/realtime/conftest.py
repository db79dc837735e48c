"""What the tests of the sockets share."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from uuid import UUID, uuid4

import pytest

from .browser import Browser
from .serving import Server


@pytest.fixture(scope="session")
def server(django_db_setup: None, django_db_blocker: object) -> Iterator[Server]:
    """One web process for every test that does not harm it."""
    with Server() as running:
        yield running


@pytest.fixture
def browse() -> Iterator[Callable[..., Browser]]:
    """Open browsers that are closed at the end."""
    with ExitStack() as stack:
        yield lambda port, **options: stack.enter_context(Browser(port, **options))


@pytest.fixture
def center() -> UUID:
    """The id of a centre whose stream nobody else uses."""
    return uuid4()
