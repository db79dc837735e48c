"""What the tests of the launcher share: real folders, real servers, launchers started as a person would."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workshop.embedded.account import Account, choose_account, make_folder
from workshop.embedded.places import CHECKOUT, Places
from workshop.embedded.servers import Servers, plan_servers

from .launching import Launched, clean_env, launch


@pytest.fixture(scope="session")
def account() -> Account | None:
    """The account the servers run as: none unless the tests run as root."""
    return choose_account()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short folder that every account can enter, unlike pytest's own."""
    made = Path(tempfile.mkdtemp(prefix="pitlane-test-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def places(folder: Path) -> Places:
    """The real checkout with a data folder of the test's own."""
    (folder / "log").mkdir()
    return Places(CHECKOUT, folder, folder)


@pytest.fixture
def checkout(folder: Path) -> Places:
    """An empty checkout with nothing built in it."""
    (folder / "var" / "log").mkdir(parents=True)
    (folder / "requirements").mkdir()
    return Places(folder, folder / "var", folder / "var")


@pytest.fixture
def servers(places: Places, account: Account | None) -> Iterator[Servers]:
    """Embedded servers in a folder of the test's own, not yet started."""
    data = make_folder(places.var / "data", account)
    planned = plan_servers(places, account, data, places.log, {}, lasting=False)
    assert planned.redis is not None
    planned.redis.keep = True
    yield planned
    planned.stop()


@pytest.fixture
def launcher() -> Iterator[Callable[..., Launched]]:
    """Start launchers that cannot outlive the test."""
    started: list[Launched] = []

    def start(*words: str, **env: str) -> Launched:
        started.append(launch(*words, env={**clean_env(os.environ), **env}))
        return started[-1]

    yield start
    for each in started:
        each.end()
