"""Customers book while every process of the workshop is killed once: nothing acknowledged is lost or doubled."""

from collections.abc import Callable, Iterator

import pytest

from workshop.embedded.services import is_healthy

from .clients import Crowd
from .plant import Plant, plant, until
from .truths import check, work_is_done

CUSTOMERS = 64
FAULTS = ["web", "postgres", "redis", "relay", "worker"]
BACK_WITHIN = 15.0
MORE = 5


@pytest.fixture
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plant]:
    """A whole workshop of the test's own."""
    with plant(tmp_path_factory.mktemp("plant"), CUSTOMERS) as running:
        yield running


@pytest.mark.timeout(240)
@pytest.mark.xdist_group("run")
def test_every_process_is_killed_and_no_acknowledged_booking_is_lost_or_doubled(
    workshop: Plant, record_property: Callable[[str, object], None]
) -> None:
    with Crowd(workshop, seed=7) as crowd:
        until(lambda: crowd.answered() >= MORE, why="nobody could book in peace")
        for name in FAULTS:
            workshop.kill(name)
            until(lambda: is_healthy(workshop.port), BACK_WITHIN, why=f"no answer after {name} was killed")
            before = crowd.answered()
            until(lambda: crowd.answered() >= before + MORE, why=f"nobody could book after {name} was killed")  # noqa: B023
        with workshop.hung("redis"):
            before = crowd.answered()
            until(lambda: crowd.answered() >= before + MORE, why="nobody could book while Redis hung")
    check(workshop, crowd)
    assert max(wish.tries for wish in crowd.wishes) > 1, "no fault was felt, so this showed nothing"
    seconds = work_is_done(workshop, crowd)
    record_property(
        "figure", f"{CUSTOMERS} clients and kills: {crowd.told()}; the rest done in {seconds:.1f} s"
    )
