"""What tests of files start from: two people, and what the storage holds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cast import actor, person
from workshop.kernel.actor import Actor


@pytest.fixture
def anita(db: None) -> Actor:
    """Return a person."""
    return actor(person("anita"))


@pytest.fixture
def ravi(db: None) -> Actor:
    """Return another person."""
    return actor(person("ravi"))


@pytest.fixture
def held(uploads: Path) -> Callable[[], set[str]]:
    """Return a look into the storage: the names of all that is there."""
    return lambda: {found.name for found in uploads.iterdir()} if uploads.exists() else set()
