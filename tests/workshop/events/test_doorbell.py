"""The doorbell never makes anybody wait."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.workshop.events.happenings import stream

ROOT = Path(__file__).resolve().parents[3]
TAP = """
import sys
import django
django.setup()
from django.conf import settings
from django.db import connection
settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = sys.argv[1]
from tests.workshop.events.happenings import tap
tap(to=sys.argv[2])
"""

pytestmark = pytest.mark.usefixtures("committed")


def tap_in_a_process_of_its_own(redis_url: str) -> int:
    """Tap once in a new process and wait for its end, not for ever; return what it ended with."""
    env = {**os.environ, "REDIS_URL": redis_url, "PYTHONPATH": os.fspath(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", TAP, str(connection.settings_dict["NAME"]), stream()],
        env=env,
        cwd=ROOT,
        check=False,
        capture_output=True,
        timeout=100,
    )
    return ended.returncode


def test_a_process_that_rang_ends_by_itself() -> None:
    assert tap_in_a_process_of_its_own(os.environ["REDIS_URL"]) == 0


def test_a_redis_that_accepts_and_never_answers_keeps_no_process_from_ending(tmp_path: Path) -> None:
    hung = socket.socket(socket.AF_UNIX)
    hung.bind(path := os.fspath(tmp_path / "hung.sock"))
    hung.listen(8)
    assert tap_in_a_process_of_its_own(f"unix://{path}") == 0
    hung.close()
