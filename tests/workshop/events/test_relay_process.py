"""The relay as a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import pytest
from redis import Redis

from tests.realtime.serving import CHECKOUT, database_url
from workshop.settings.channels import redis_url

pytestmark = pytest.mark.django_db(transaction=True)


def test_told_to_stop_while_it_listens_it_stops_without_a_word(tmp_path: Path) -> None:
    prefix, said = f"relay-{uuid4().hex}", tmp_path / "said"
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "workshop.settings.embedded",
        "DATABASE_URL": database_url(),
        "CHANNEL_PREFIX": prefix,
    }
    with said.open("wb") as output, Redis.from_url(redis_url(1)) as client:
        relay = subprocess.Popen(
            [sys.executable, "manage.py", "relay"], env=env, cwd=CHECKOUT, stdout=output, stderr=output
        )
        deadline = time.monotonic() + 30
        while not client.pubsub_channels(f"*{prefix}*"):
            assert relay.poll() is None, said.read_text()
            assert time.monotonic() < deadline, said.read_text()
            time.sleep(0.05)
        relay.send_signal(signal.SIGTERM)
        assert relay.wait(20) == 0
    assert said.read_text() == ""
