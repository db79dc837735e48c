"""Command line of the launcher: `run`, `env`, `exec -- COMMAND …`, `manage …`, `test …`, `npm …`."""

import signal
import sys
import traceback
from types import FrameType

from workshop.embedded import say, venv
from workshop.embedded.account import choose_account
from workshop.embedded.exec import execute
from workshop.embedded.frontend import run_npm
from workshop.embedded.manage import become_command
from workshop.embedded.places import CHECKOUT, locate
from workshop.embedded.refusals import Refusal, Stopping, explain_os_error
from workshop.embedded.run import run

FLAGS = ("--dev", "--build")
USAGE = (
    "Say what to do: `run`, `env [--dev]`, `exec [--dev] [--build] -- COMMAND …`, `manage [manage.py arguments]`, "
    "`test [pytest arguments]` or `npm [npm arguments]`."
)


def _stop(number: int, frame: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda *_: None)
    raise Stopping(number)


def split_flags(words: list[str]) -> tuple[list[str], list[str]]:
    """Split the launcher's own flags from the command that follows them or `--`."""
    count = next((at for at, word in enumerate(words) if word not in FLAGS), len(words))
    flags, command = words[:count], words[count:]
    return flags, command[1:] if command[:1] == ["--"] else command


def main(arguments: list[str]) -> int:
    """Run one verb and return the exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb in ("exec", "test"):
        say.use(sys.stderr)
    if verb == "run":
        return run(rest)
    if verb == "exec":
        flags, command = split_flags(rest)
        return execute(command, dev="--dev" in flags, build="--build" in flags)
    if verb == "manage":
        become_command(rest)
    if verb == "test":
        return execute(
            [str(CHECKOUT / ".venv" / "bin" / "python"), "-m", "pytest", *rest], dev=True, build=True
        )
    if verb == "env":
        venv.ensure(locate(choose_account()), dev="--dev" in rest)
        return 0
    if verb == "npm":
        places = locate(choose_account())
        venv.ensure(places)
        return run_npm(places, rest)
    raise Refusal(USAGE)


def enter(arguments: list[str]) -> int:
    """Run `main`, turning every failure into one sentence and exit code 1."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, _stop)
    try:
        return main(arguments)
    except Stopping as stopped:
        return 128 + int(stopped.args[0])
    except Refusal as refusal:
        say.complain(str(refusal))
    except OSError as error:
        say.complain(explain_os_error(error))
    except Exception as error:
        log = CHECKOUT / "var" / "log" / "launcher.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(traceback.format_exc())
        say.complain(f"The launcher met something it does not know ({error!r}): read {log} and report it.")
    return 1


if __name__ == "__main__":
    sys.exit(enter(sys.argv[1:]))
