"""Compose the environment that the processes' settings read."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from workshop.embedded.places import Places
from workshop.embedded.postgres import APPLICATION, OWNER, url
from workshop.embedded.secret import secret_key
from workshop.embedded.servers import Servers

TEST_DATABASE = "pitlane_test"


def _common(places: Places, servers: Servers, base: Mapping[str, str]) -> dict[str, str]:
    env = {
        **base,
        "VIRTUAL_ENV": os.fspath(places.venv),
        "PATH": f"{places.venv / 'bin'}{os.pathsep}{base.get('PATH', os.defpath)}",
        "PYTHONUNBUFFERED": "1",
    }
    if servers.redis is not None:
        env["REDIS_URL"] = servers.redis.url
    return env


def run_env(
    places: Places, servers: Servers, *, database: str, port: int, demo: bool, base: Mapping[str, str]
) -> dict[str, str]:
    """Return the environment of a running workshop: the application's role, the owner's for migrations."""
    env = _common(places, servers, base)
    env |= {
        "DJANGO_SETTINGS_MODULE": base.get("DJANGO_SETTINGS_MODULE") or "workshop.settings.embedded",
        "PITLANE_DEMO": "1" if demo else "0",
        "PITLANE_VAR": os.fspath(places.var),
        "PORT": str(port),
        "SECRET_KEY": base.get("SECRET_KEY") or secret_key(places.var),
    }
    if servers.postgres is not None:
        env["DATABASE_URL"] = url(APPLICATION, database, servers.postgres.sockets)
        env["DATABASE_OWNER_URL"] = url(OWNER, database, servers.postgres.sockets)
    elif not env.get("DATABASE_OWNER_URL"):
        env["DATABASE_OWNER_URL"] = env["DATABASE_URL"]
    return env


def command_env(places: Places, servers: Servers, folder: Path, base: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of one command: the owner's role, for tests make databases of their own."""
    env = _common(places, servers, base)
    env |= {
        "DJANGO_SETTINGS_MODULE": base.get("DJANGO_SETTINGS_MODULE") or "workshop.settings.test",
        "PITLANE_DEMO": "0",
        "PITLANE_VAR": os.fspath(folder / "var"),
        "SECRET_KEY": secrets.token_urlsafe(50),
    }
    if servers.postgres is not None:
        env["DATABASE_URL"] = env["DATABASE_OWNER_URL"] = url(OWNER, TEST_DATABASE, servers.postgres.sockets)
        env["DATABASE_APP_URL"] = url(APPLICATION, TEST_DATABASE, servers.postgres.sockets)
    else:
        env["DATABASE_APP_URL"] = env["DATABASE_URL"]
        env["DATABASE_URL"] = env["DATABASE_OWNER_URL"] = env.get("DATABASE_OWNER_URL") or env["DATABASE_URL"]
    return env
