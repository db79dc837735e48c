"""The long campaign: any process killed or hung at any moment, for minutes; `make soak` runs it.

SOAK_SECONDS says how long, SOAK_SEED repeats a run.
"""

import os
import random
import time
from collections.abc import Callable, Iterator

import pytest

from workshop.embedded.services import is_healthy

from .clients import Crowd
from .plant import Plant, plant, until
from .truths import check, work_is_done

SECONDS = float(os.environ.get("SOAK_SECONDS", "240"))
SEED = int(os.environ.get("SOAK_SEED", "0")) or random.SystemRandom().randrange(1, 1_000_000)
CUSTOMERS = 64
KILLED = ["web", "relay", "worker", "beat", "postgres", "redis"]
HUNG = ["redis", "relay", "worker"]
BACK_WITHIN = 15.0


@pytest.fixture
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plant]:
    """A whole workshop of the test's own."""
    with plant(tmp_path_factory.mktemp("plant"), CUSTOMERS) as running:
        yield running


@pytest.mark.soak
@pytest.mark.timeout(int(SECONDS) + 300)
def test_any_process_dies_at_any_moment_and_nothing_is_lost_or_doubled(
    workshop: Plant, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(SEED)
    print(f"SOAK_SEED={SEED} SOAK_SECONDS={SECONDS:g}")
    faults, end = 0, time.monotonic() + SECONDS
    with Crowd(workshop, SEED) as crowd:
        while time.monotonic() < end:
            time.sleep(chance.uniform(0.5, 4.0))
            if chance.random() < 0.3:
                with workshop.hung(chance.choice(HUNG)):
                    time.sleep(chance.uniform(0.5, 6.0))
            else:
                for name in chance.sample(KILLED, chance.choice([1, 1, 2])):
                    workshop.kill(name)
            faults += 1
            until(lambda: is_healthy(workshop.port), BACK_WITHIN, why=f"not back after fault {faults}")
    check(workshop, crowd)
    seconds = work_is_done(workshop, crowd)
    record_property(
        "figure",
        f"SOAK_SEED={SEED} SOAK_SECONDS={SECONDS:g}: {faults} faults; {crowd.told()}; the rest done in {seconds:.1f} s",
    )
