"""What tests of the API start from: a cast, a card with queued work, and a way to call as anybody."""

from collections.abc import Callable

import pytest

from tests.api.answering import Caller
from tests.cast import Cast, House, cast, open_job
from workshop.accounts.models import User
from workshop.jobs.sheet import Sheet

As = Callable[[User | None], Caller]


@pytest.fixture
def everybody(db: None) -> Cast:
    """Return two rival centres with their people, and a customer of each."""
    return cast()


@pytest.fixture
def home(everybody: Cast) -> House:
    """Return the centre that the test is about."""
    return everybody.home


@pytest.fixture
def card(everybody: Cast) -> Sheet:
    """Return a card of the home centre whose work is queued, for the cast's customer."""
    return open_job(everybody.home, everybody.customer)


@pytest.fixture
def as_(db: None) -> As:
    """Return a caller who is signed in as a person, or a visitor for None."""
    return Caller
