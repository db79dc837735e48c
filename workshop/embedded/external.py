"""Check the servers that DATABASE_URL and REDIS_URL name before anything is built on them."""

import os
import re
import subprocess
from collections.abc import Mapping

from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal

# Run by the interpreter of .venv: the launcher itself knows no database driver.
ASK_DATABASE = (
    "import os, psycopg; psycopg.connect(os.environ['ASKED'], connect_timeout=5).execute('SELECT 1')"
)
ASK_REDIS = "import os, redis; redis.Redis.from_url(os.environ['ASKED'], socket_connect_timeout=5).ping()"
SERVERS = (
    ("DATABASE_URL", ASK_DATABASE, "database", "PostgreSQL"),
    ("DATABASE_OWNER_URL", ASK_DATABASE, "owner's database", "PostgreSQL"),
    ("REDIS_URL", ASK_REDIS, "Redis server", "one"),
)


def shown(address: str) -> str:
    """Return an address without its password."""
    return re.sub(r"://([^:/?#]*):.*@", r"://\1:…@", address)


def _ask(places: Places, question: str, env: Mapping[str, str]) -> str | None:
    """Return the last line of the complaint, None when the server answered."""
    answer = subprocess.run(
        [places.python, "-c", question], env=dict(env), capture_output=True, text=True, check=False
    )
    if answer.returncode == 0:
        return None
    complaint = answer.stderr.strip().splitlines() or [f"exit code {answer.returncode}"]
    return next((line for line in reversed(complaint) if not line.startswith("\t")), complaint[-1])


def check(places: Places, env: Mapping[str, str] = os.environ) -> None:
    """Check that the servers named in the environment answer.

    Raises Refusal naming the one that does not.
    """
    for name, question, what, ours in SERVERS:
        if env.get(name) and (complaint := _ask(places, question, {**env, "ASKED": env[name]})):
            raise Refusal(
                f"The {what} {shown(env[name])} cannot be used ({complaint}): start it or correct {name}, or unset "
                f"it to run the embedded {ours}."
            )
