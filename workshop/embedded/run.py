"""Run the whole workshop on this machine: `make run`."""

import hashlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from workshop.embedded import children, databases, external, frontend, say, signins, venv
from workshop.embedded.account import choose_account
from workshop.embedded.claims import Claim, check_port, check_room, claim_data, read_port
from workshop.embedded.environment import run_env
from workshop.embedded.places import Places, locate
from workshop.embedded.refusals import Refusal, Stopping
from workshop.embedded.servers import Servers, plan_servers
from workshop.embedded.services import is_healthy, plan_services, wait_for_web
from workshop.embedded.supervise import Service, Supervisor
from workshop.embedded.tools import run_tool

DEFAULT_PORT = "8000"
STILL_EMPTY = 3
"""How `manage.py first_run` ends where there was no terminal to ask on."""


def read_demo(text: str) -> bool:
    """Return whether DEMO asks for the demo workshop.

    Raises Refusal for anything but 0 or 1.
    """
    if text not in ("0", "1"):
        raise Refusal(f"DEMO={text} is neither 1 (the demo workshop) nor 0 (an empty one): name one of them.")
    return text == "1"


def database_of(*, demo: bool) -> str:
    """Return the name of the database: the demo has one of its own."""
    return "pitlane_demo" if demo else "pitlane"


def locate_run() -> Places:
    """Return the places of `make run`, with the data folder that PITLANE_VAR may name."""
    named = os.environ.get("PITLANE_VAR")
    return locate(choose_account(), var=Path(named).resolve() if named else None)


def migrations_digest(checkout: Path) -> str:
    """Return one hash over everything that decides what `migrate` would do."""
    total = hashlib.sha256((checkout / "requirements" / "runtime.txt").read_bytes())
    for path in sorted(checkout.glob("*/**/migrations/*.py")):
        if path.is_relative_to(checkout / "frontend") or path.is_relative_to(checkout / "var"):
            continue
        total.update(f"{path.relative_to(checkout)}\0".encode() + path.read_bytes())
    return total.hexdigest()


def migrate(places: Places, servers: Servers, database: str, env: Mapping[str, str]) -> None:
    """Migrate the database as its owner; an embedded one only when the migrations changed."""
    mark = f"migrated {migrations_digest(places.checkout)}"
    if servers.postgres is not None and databases.read_mark(servers.postgres, database) == mark:
        return
    manage(
        places,
        "Migrating the database",
        ["migrate", "--no-input"],
        {**env, "DATABASE_URL": env["DATABASE_OWNER_URL"]},
    )
    if servers.postgres is not None:
        databases.write_mark(servers.postgres, database, mark)


def manage(places: Places, title: str, arguments: list[str], env: Mapping[str, str]) -> None:
    """Run a management command as a step; what it says is in var/log/manage.log."""
    command: list[str | Path] = [places.python, "manage.py", *arguments]
    with say.step(title, announce=True) as current:
        run_tool(title, command, log=places.log / "manage.log", cwd=places.checkout, env=env, current=current)


def ask_first_run(places: Places, env: Mapping[str, str]) -> bool:
    """Ask the first-run questions on this terminal when the database is empty; return whether a workshop is there.

    Raises Refusal when they were not answered.
    """
    process = subprocess.run(
        [places.python, "manage.py", "first_run", "--if-empty"],
        env=dict(env),
        cwd=places.checkout,
        check=False,
    )
    if process.returncode not in (0, STILL_EMPTY):
        raise Refusal("The first-run questions were not answered: run this again when you can answer them.")
    return process.returncode == 0


def prepare(places: Places, servers: Servers, database: str, env: Mapping[str, str], *, demo: bool) -> bool:
    """Bring the database to where the processes can work: there, migrated; return whether a workshop is in it."""
    if servers.postgres is not None:
        databases.prepare(servers.postgres, database)
    migrate(places, servers, database, env)
    if demo:
        manage(places, "Demo workshop", ["load_demo", "--if-empty"], env)
        return True
    signins.withdraw(places.var / "demo.json")
    return ask_first_run(places, env)


def start_servers(servers: Servers, supervisor: Supervisor) -> None:
    """Start the embedded servers under the supervisor's eye."""
    if servers.postgres is not None:
        with say.step("PostgreSQL"):
            servers.postgres.create()
            supervisor.start(servers.postgres)
    if servers.redis is not None:
        with say.step("Redis (Valkey)"):
            supervisor.start(servers.redis)


def start_services(services: list[Service], supervisor: Supervisor, port: int) -> None:
    """Start the web process, wait until it answers, and start the others, which nobody waits for."""
    web, *others = services
    with say.step("Web, relay, worker and beat") as current:
        log_start = web.log.stat().st_size if web.log.exists() else 0
        supervisor.start(web, lambda: is_healthy(port))
        wait_for_web(web, port, log_start, current)
        for service in others:
            supervisor.start(service)


def bring_up(places: Places, claim: Claim, supervisor: Supervisor, *, port: int, demo: bool) -> None:
    """Do everything up to the printed address."""
    account = choose_account()
    check_room(places)
    venv.ensure(places)
    external.check(places)
    frontend.ensure(places)
    servers = plan_servers(places, account, places.state, places.log)
    if places.state != places.var and (servers.postgres or servers.redis):
        say.line(f"          This checkout is private to root: the servers keep their data in {places.state}")
    start_servers(servers, supervisor)
    database = database_of(demo=demo)
    env = run_env(places, servers, database=database, port=port, demo=demo, base=os.environ)
    opened = prepare(places, servers, database, env, demo=demo)
    start_services(plan_services(places, env, port), supervisor, port)
    url = f"http://localhost:{port}"
    claim.tell(url=url, demo=int(demo))
    signins.show(url, signins.publish(places.var / "demo.json", url) if demo else [])
    if opened and not demo:
        signins.show_way_on(url)


def run(arguments: list[str]) -> int:
    """Run until a signal asks to stop; returns the exit code.

    `--with-parent` stops it when the process that started it (make) is gone. Raises Refusal when
    something is not as it must be.
    """
    if "--with-parent" in arguments:
        children.die_with_parent(signal.SIGTERM)
    port = read_port(os.environ.get("PORT") or DEFAULT_PORT)
    demo = read_demo(os.environ.get("DEMO") or "1")
    started = time.monotonic()
    places = locate_run()
    claim = claim_data(places)
    claim.tell()
    for service in plan_services(places, {}, port):
        service.retire_leftover()
    check_port(port)
    supervisor = Supervisor()
    is_up = False
    try:
        bring_up(places, claim, supervisor, port=port, demo=demo)
        is_up = True
        say.line(f"\nReady in {time.monotonic() - started:.1f} s. Ctrl-C stops it.")
        supervisor.watch_forever()
    except Stopping:
        if not is_up:
            raise
    finally:
        with suppress(OSError):
            claim.tell(stopping=True)
        if supervisor.watched:
            with say.step("Stopping"):
                supervisor.stop()
        claim.release()
    return 0
