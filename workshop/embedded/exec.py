"""Run one command against servers of its own: the way of tests, benches and one-off commands."""

import os
import secrets
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from workshop.embedded import children, databases, external, frontend, venv
from workshop.embedded.account import Account, choose_account, make_folder
from workshop.embedded.environment import TEST_DATABASE, command_env
from workshop.embedded.locks import try_lock, wait_for_lock
from workshop.embedded.places import locate
from workshop.embedded.refusals import Refusal, Stopping
from workshop.embedded.servers import plan_servers


@contextmanager
def throwaway_folder(parent: Path, account: Account | None) -> Iterator[Path]:
    """Hold a new folder for the block; folders whose holder was killed are swept away."""
    make_folder(parent, account)
    with wait_for_lock(parent / "sweep.lock"):
        for folder in parent.iterdir():
            if folder.is_dir() and (held := try_lock(folder / "lock")) is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(held)
        folder = make_folder(parent / secrets.token_hex(4), account)
        lock = try_lock(folder / "lock")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _run(command: Sequence[str], env: Mapping[str, str]) -> int:
    # Ctrl-C reaches the command by itself, for it shares our terminal group: we only wait for it to end.
    signal.signal(signal.SIGINT, lambda *_: None)
    process = children.spawn(
        command, env=env, output=None, cwd=Path.cwd(), death_signal=signal.SIGTERM, own_session=False
    )
    try:
        return process.wait()
    except Stopping:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise


def execute(command: Sequence[str], *, dev: bool = False, build: bool = False) -> int:
    """Run a command with servers and environment of its own, stop them, and return the command's exit code.

    `dev` installs what the checks and tests need, `build` builds the front end first.
    Raises Refusal when the servers cannot be started.
    """
    if not command:
        raise Refusal(
            "There is nothing to run: name a command after `--`, as in `exec -- .venv/bin/python -V`."
        )
    account = choose_account()
    places = locate(account)
    venv.ensure(places, dev=dev)
    external.check(places)
    if build:
        frontend.ensure(places)
    with throwaway_folder(places.state / "test", account) as folder:
        log = make_folder(folder / "log", None)
        make_folder(folder / "var", None).chmod(0o755)
        servers = plan_servers(places, account, folder, log, lasting=False)
        try:
            servers.start()
            if servers.postgres is not None:
                databases.prepare(servers.postgres, TEST_DATABASE)
            env = command_env(places, servers, folder, os.environ)
            code = _run(command, env)
        finally:
            servers.stop()
    return code if code >= 0 else 128 - code
