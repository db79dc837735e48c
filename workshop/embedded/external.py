"""Check the servers that DATABASE_URL and REDIS_URL name before anything is built on them."""

import os
import subprocess
from collections.abc import Mapping
from urllib.parse import urlsplit

from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

# Run by the interpreter of .venv: the launcher itself knows no database driver.
ASK_DATABASE = """
import os, psycopg
for name in ("DATABASE_OWNER_URL", "DATABASE_URL"):
    with psycopg.connect(os.environ[name], connect_timeout=5) as connection:
        connection.execute("SELECT 1")
"""
ASK_REDIS = """
import os, redis
redis.Redis.from_url(os.environ["REDIS_URL"], socket_connect_timeout=5, socket_timeout=5).ping()
"""


def shown(address: str) -> str:
    """Return an address without its password."""
    parts = urlsplit(address)
    return address.replace(f":{parts.password}@", ":…@") if parts.password else address


def _ask(places: Places, question: str, env: Mapping[str, str]) -> str | None:
    """Return the last line of the complaint, None when the server answered."""
    answer = subprocess.run(
        [places.python, "-c", question], env=dict(env), capture_output=True, text=True, check=False
    )
    if answer.returncode == 0:
        return None
    complaint = answer.stderr.strip().splitlines() or [f"exit code {answer.returncode}"]
    return next((line for line in reversed(complaint) if not line.startswith("\t")), complaint[-1])


def check(places: Places, env: Mapping[str, str], *, asked: Mapping[str, str] = os.environ) -> None:
    """Check that the servers named in the environment answer.

    Raises Refusal naming the one that does not.
    """
    if asked.get("DATABASE_URL") and (complaint := _ask(places, ASK_DATABASE, env)):
        raise Refusal(
            f"The database {shown(env['DATABASE_URL'])} cannot be used ({complaint}): start it or correct "
            "DATABASE_URL, or unset it to run the embedded PostgreSQL."
        )
    if asked.get("REDIS_URL") and (complaint := _ask(places, ASK_REDIS, env)):
        raise Refusal(
            f"The Redis server {shown(env['REDIS_URL'])} cannot be used ({complaint}): start it or correct "
            "REDIS_URL, or unset it to run the embedded one."
        )
