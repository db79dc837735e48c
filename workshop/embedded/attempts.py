"""Start a server, again when it ends at once: after a kill its old self may linger for seconds."""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workshop.embedded import children
from workshop.embedded.account import Account
from workshop.embedded.logs import said_since
from workshop.embedded.refusals import explain_failure

RETRY_FOR = 10.0
RECOVERY_TAKES_AT_MOST = 120.0


def start_until_ready(
    name: str,
    command: Sequence[str | Path],
    *,
    is_ready: Callable[[int], bool],
    after_failure: Callable[[str], None] = lambda said: None,
    env: Mapping[str, str],
    log: Path,
    account: Account | None,
    death_signal: int,
) -> subprocess.Popen[bytes]:
    """Return the running server; `is_ready` gets its process id, `after_failure` what it said as it ended.

    Raises Refusal with the server's own words when it still ends after 10 s, or is not ready after 2 minutes.
    """
    retry_until = time.monotonic() + RETRY_FOR
    give_up_at = time.monotonic() + RECOVERY_TAKES_AT_MOST
    while True:
        with log.open("ab") as output:
            start = output.tell()
            process = children.spawn(
                command, env=env, output=output, cwd=Path("/"), account=account, death_signal=death_signal
            )
        while process.poll() is None and time.monotonic() < give_up_at:
            if is_ready(process.pid):
                return process
            time.sleep(0.02)
        children.stop(process)
        said = said_since(log, start)
        if time.monotonic() > retry_until or "No space left on device" in said:
            raise explain_failure(f"Starting {name}", log, said)
        after_failure(said)
        time.sleep(0.2)
