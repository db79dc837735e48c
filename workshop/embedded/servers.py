"""Start the servers Pitlane stands on, or use the ones the environment names."""

import os
import pwd
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workshop.embedded.account import Account
from workshop.embedded.binaries import postgres_bin, redis_server
from workshop.embedded.logs import open_log
from workshop.embedded.places import Places, socket_folder
from workshop.embedded.postgres import FAST, Postgres
from workshop.embedded.redis import Redis
from workshop.embedded.refusals import Refusal


@dataclass
class Servers:
    """Hold the embedded servers; one that the environment replaces is None."""

    postgres: Postgres | None
    redis: Redis | None

    def start(self) -> None:
        """Start what is embedded and wait until it answers."""
        if self.postgres is not None:
            self.postgres.create()
            self.postgres.start()
        if self.redis is not None:
            self.redis.start()

    def stop(self) -> None:
        """Stop what is embedded."""
        if self.redis is not None:
            self.redis.stop()
        if self.postgres is not None:
            self.postgres.stop()


def refuse_other_owner(data: Path, account: Account | None) -> None:
    """Check that existing data belong to the account that would run on them, before anything is changed.

    Raises Refusal naming their owner.
    """
    if not data.exists():
        return
    owner = data.stat().st_uid
    if owner != (account.uid if account else os.geteuid()):
        try:
            name = pwd.getpwuid(owner).pw_name
        except KeyError:
            name = f"the account {owner}"
        raise Refusal(
            f"The data in {data} belong to {name}, for whom they were made: run this as the person who made them, "
            "or move them away to start anew."
        )


def plan_servers(
    places: Places,
    account: Account | None,
    folder: Path,
    log: Path,
    env: Mapping[str, str] = os.environ,
    *,
    lasting: bool = True,
) -> Servers:
    """Return the servers of a data folder, not yet started; only `lasting` ones survive a power cut."""
    refuse_other_owner(folder / "pg", account)
    sockets = socket_folder(folder / "run", account)
    postgres = redis = None
    if not env.get("DATABASE_URL"):
        programs = postgres_bin(places, account)
        settings = {} if lasting else FAST
        postgres = Postgres(
            programs, folder / "pg", sockets, open_log(log / "postgresql.log"), account, settings
        )
    if not env.get("REDIS_URL"):
        program = redis_server(places, account)
        redis = Redis(program, folder / "redis", sockets, open_log(log / "redis.log"), account, keep=lasting)
    return Servers(postgres, redis)
