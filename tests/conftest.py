"""What every test may use: a door to the API, and a database that really commits."""

import pytest

from tests.door import Door


@pytest.fixture
def api(db: None) -> Door:
    """Return a visitor in front of the API; `api.as_(person)` signs somebody in."""
    return Door()


@pytest.fixture
def committed(transactional_db: None) -> None:
    """Let the test commit for real, where locks, threads or the relay are the subject."""
