"""Servers that the environment names are asked before anything is built on them."""

import pytest

from workshop.embedded import external
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

from .launching import free_port


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://someone:secret@db:5432/pitlane", "postgresql://someone:…@db:5432/pitlane"),
        ("postgresql://someone:s@cr:t@db/pitlane", "postgresql://someone:…@db/pitlane"),
        ("redis://:secret@cache:6379/0", "redis://:…@cache:6379/0"),
        ("postgresql://someone@db/pitlane", "postgresql://someone@db/pitlane"),
        ("unix:///run/redis.sock", "unix:///run/redis.sock"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str) -> None:
    assert external.shown(address) == shown


@pytest.mark.parametrize(
    ("name", "scheme"),
    [("DATABASE_URL", "postgresql"), ("DATABASE_OWNER_URL", "postgresql"), ("REDIS_URL", "redis")],
)
def test_a_server_that_does_not_answer_is_named(places: Places, name: str, scheme: str) -> None:
    with pytest.raises(
        Refusal, match=rf"cannot be used .*refused.*: start it or correct {name}, or unset it"
    ):
        external.check(places, {name: f"{scheme}://127.0.0.1:{free_port()}"})


def test_nothing_is_asked_when_nothing_is_named(places: Places) -> None:
    external.check(places, {})
