"""A Redis of a test's own, to be stopped, killed and wiped."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from workshop.embedded.account import choose_account, make_folder
from workshop.embedded.places import locate
from workshop.embedded.redis import Redis
from workshop.embedded.servers import plan_servers


@contextmanager
def own_redis(log: Path) -> Iterator[Redis]:
    """Hold a running Redis for the block; `log` is a folder."""
    account = choose_account()
    folder = make_folder(Path(os.environ["PITLANE_VAR"]).parent / uuid4().hex[:8], account)
    planned = plan_servers(locate(account), account, folder, log, {}, lasting=False).redis
    assert planned is not None
    planned.start()
    try:
        yield planned
    finally:
        planned.stop()
