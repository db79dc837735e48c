"""Data and sockets lie where their account reaches them and the system's limits allow."""

import os
import shutil
from pathlib import Path

import pytest

from workshop.embedded.account import Account, can_enter
from workshop.embedded.places import LONGEST_SOCKET, SOCKET_PATH_LIMIT, locate, socket_folder


def test_data_lie_in_var_when_their_account_reaches_it(folder: Path, account: Account | None) -> None:
    places = locate(account, folder)
    assert places.state == places.var == folder / "var"
    assert places.log.is_dir()


def test_data_lie_elsewhere_when_the_checkout_is_private(folder: Path, account: Account | None) -> None:
    folder.chmod(0o700)
    places = locate(account, folder)
    try:
        assert can_enter(account, places.state)
        assert (places.state == places.var) == (account is None)
        assert locate(account, folder) == places
    finally:
        if places.state != places.var:
            shutil.rmtree(places.state)


def test_a_long_path_gets_a_short_socket_folder(folder: Path, account: Account | None) -> None:
    wanted = folder / ("long" * 20) / "run"
    made = socket_folder(wanted, account)
    try:
        assert len(os.fsencode(made / LONGEST_SOCKET)) < SOCKET_PATH_LIMIT
        assert socket_folder(wanted, account) == made
        assert made.stat().st_mode & 0o777 == 0o700
    finally:
        made.rmdir()


@pytest.mark.parametrize("length", [40, 62])
def test_a_path_that_fits_is_kept(folder: Path, account: Account | None, length: int) -> None:
    wanted = folder / ("x" * (length - len(os.fspath(folder)) - 1))
    assert socket_folder(wanted, account) == wanted
