"""Claim what a running workshop needs for itself: its data, its port and some room on the disk."""

import errno
import json
import os
import shutil
import socket
import time
from pathlib import Path

from workshop.embedded.locks import try_lock
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

HOST = "127.0.0.1"
STOPPING_TAKES_AT_MOST = 20.0
A_KILLED_PROCESS_LINGERS = 2.0
ROOM_TO_BUILD = 2_000_000_000
ROOM_TO_RUN = 200_000_000


class Claim:
    """Hold the data of a checkout for this launcher; others are refused until it ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the data back."""
        os.close(self._descriptor)

    def tell(self, **facts: str | int) -> None:
        """Write down what others should know of the holder."""
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, json.dumps({"pid": os.getpid(), **facts}).encode(), 0)


def claim_data(places: Places) -> Claim:
    """Claim the data folder; a holder that is just stopping is waited for.

    Raises Refusal when another launcher works on the same data.
    """
    path = places.state / "lock"
    deadline = time.monotonic() + STOPPING_TAKES_AT_MOST
    while (descriptor := try_lock(path)) is None:
        try:
            holder = json.loads(path.read_text())
        except ValueError:
            holder = {}
        if not holder.get("stopping") or time.monotonic() > deadline:
            raise Refusal(
                f"Pitlane already runs on this data (process {holder.get('pid', 'unknown')}"
                f"{', ' + holder['url'] if 'url' in holder else ''}): use that one, or stop it with Ctrl-C "
                "first."
            )
        time.sleep(0.1)
    return Claim(path, descriptor)


def read_port(text: str) -> int:
    """Return the port named by PORT.

    Raises Refusal for anything but a number from 1 to 65535.
    """
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Refusal(f"PORT={text} is no port: name a number from 1 to 65535, as in `make run PORT=8001`.")
    return int(text)


def check_port(port: int) -> None:
    """Check that nobody listens on the port.

    Raises Refusal when it is taken or not ours to take.
    """
    deadline = time.monotonic() + A_KILLED_PROCESS_LINGERS
    while True:
        with socket.socket() as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((HOST, port))
                attempt.listen(1)
                return
            except OSError as error:
                if error.errno == errno.EACCES:
                    raise Refusal(
                        f"Port {port} is reserved for root: choose one above 1023, as in "
                        "`make run PORT=8000`."
                    ) from error
                if error.errno != errno.EADDRINUSE:
                    raise
                if time.monotonic() > deadline:
                    other = port + 1 if port < 65535 else 8000
                    raise Refusal(
                        f"Port {port} is taken by another program: stop that one, or choose another port, "
                        f"as in `make run PORT={other}`."
                    ) from error
        time.sleep(0.1)


def check_room(places: Places) -> None:
    """Check that the disk has room: 2 GB to build the environment, 200 MB to run.

    Raises Refusal with the room that is missing.
    """
    for folder, wanted in (
        (places.checkout, ROOM_TO_RUN if places.python.exists() else ROOM_TO_BUILD),
        (places.state, ROOM_TO_RUN),
    ):
        free = shutil.disk_usage(folder).free
        if free < wanted:
            raise Refusal(
                f"The disk of {folder} has {free // 1_000_000} MB free and {wanted // 1_000_000} MB are "
                "needed: free some space and run this again."
            )
