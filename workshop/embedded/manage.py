"""Run a management command inside the workshop that runs on this machine: `manage simulate`."""

import json
import os
from typing import Any
from urllib.parse import urlsplit

from workshop.embedded.account import choose_account
from workshop.embedded.environment import run_env
from workshop.embedded.locks import try_lock
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal
from workshop.embedded.run import database_of, locate_run
from workshop.embedded.servers import plan_servers


def become_command(arguments: list[str]) -> None:
    """Turn this process into `manage.py` with the running workshop's environment; it does not return.

    Raises Refusal when nothing runs on this data, or is not up yet.
    """
    places = locate_run()
    facts = holder(places)
    demo = facts["demo"] == 1
    env = run_env(
        places,
        plan_servers(places, choose_account(), places.state, places.log),
        database=database_of(demo=demo),
        port=urlsplit(facts["url"]).port or 80,
        demo=demo,
        base=os.environ,
    )
    os.chdir(places.checkout)
    os.execve(places.python, [os.fspath(places.python), "manage.py", *arguments], env)


def holder(places: Places) -> dict[str, Any]:
    """Return what the launcher that holds the data tells of itself.

    Raises Refusal when there is none, or while it is not up.
    """
    lock = places.state / "lock"
    descriptor = try_lock(lock)
    if descriptor is not None:
        os.close(descriptor)
        raise Refusal("Nothing runs on this data: start it with `make run` in another terminal.")
    try:
        facts: dict[str, Any] = json.loads(lock.read_text())
    except ValueError:
        facts = {}
    if "url" not in facts:
        raise Refusal("The workshop is not up at this moment: wait until `make run` shows its address.")
    return facts
