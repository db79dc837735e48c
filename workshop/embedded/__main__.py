"""Command line of the launcher: `run`, `exec -- CMD`, `test [pytest arguments]`."""

import signal
import sys
import traceback
from types import FrameType

from workshop.embedded import say
from workshop.embedded.exec import execute
from workshop.embedded.places import CHECKOUT
from workshop.embedded.refusals import Refusal, Stopping, explain_os_error

USAGE = "Say what to do: `run`, `exec [--dev] -- CMD …` or `test [pytest arguments]`."


def _stop(number: int, frame: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda *_: None)
    raise Stopping(number)


def main(arguments: list[str]) -> int:
    """Run one verb and return the exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb in ("exec", "test"):
        say.use(sys.stderr)
    if verb == "exec":
        dev = rest[:1] == ["--dev"]
        rest = rest[1:] if dev else rest
        return execute(rest[1:] if rest[:1] == ["--"] else rest, dev=dev)
    if verb == "test":
        return execute([str(CHECKOUT / ".venv" / "bin" / "python"), "-m", "pytest", *rest], dev=True)
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
