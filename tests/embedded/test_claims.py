"""The data, the port and the disk's room are claimed before anything is started."""

import shutil
import socket
import threading
from collections import namedtuple

import pytest

from workshop.embedded import claims
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

Usage = namedtuple("Usage", "total used free")


def test_the_same_data_are_claimed_once(places: Places) -> None:
    claim = claims.claim_data(places)
    claim.tell(url="http://localhost:8000")
    with pytest.raises(Refusal, match=r"already runs on this data \(process \d+, http://localhost:8000\)"):
        claims.claim_data(places)


def test_a_holder_that_is_stopping_is_waited_for(places: Places) -> None:
    first = claims.claim_data(places)
    first.tell(stopping=True)
    taken: list[claims.Claim] = []
    waiting = threading.Thread(target=lambda: taken.append(claims.claim_data(places)))
    waiting.start()
    assert taken == []
    first.release()
    waiting.join(10)
    assert len(taken) == 1


@pytest.mark.parametrize("text", ["0", "65536", "-1", "eight", "80.5", "٨٠٠٠", " "])
def test_a_port_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="is no port"):
        claims.read_port(text)


@pytest.mark.parametrize("text", ["1", "8000", "65535"])
def test_a_port_is_read(text: str) -> None:
    assert claims.read_port(text) == int(text)


def test_a_taken_port_is_refused_with_another_one() -> None:
    with socket.socket() as other:
        other.bind((claims.HOST, 0))
        other.listen(1)
        port = other.getsockname()[1]
        with pytest.raises(Refusal, match=f"Port {port} is taken .* PORT="):
            claims.check_port(port)
    claims.check_port(port)


def test_a_full_disk_is_refused_up_front(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    claims.check_room(places)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**12, 10**12, 50_000_000))
    with pytest.raises(Refusal, match="has 50 MB free and 200 MB are needed: free some space"):
        claims.check_room(places)


def test_building_takes_more_room_than_running(checkout: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**12, 10**12, 1_999_000_000))
    with pytest.raises(Refusal, match="2000 MB are needed"):
        claims.check_room(checkout)
