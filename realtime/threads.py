"""Questions to PostgreSQL from the event loop: two bounded pools of threads, no connection kept.

The hub's own reading never queues behind a crowd of browsers that subscribe at once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, close_old_connections

P = ParamSpec("P")
R = TypeVar("R")

AWAY = (OperationalError, InterfaceError)
"""What Django raises while PostgreSQL cannot be reached."""
PATIENCE = 30.0
_sockets = ThreadPoolExecutor(8, thread_name_prefix="socket-reads")
_hub = ThreadPoolExecutor(2, thread_name_prefix="hub-reads")


async def for_socket(ask: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Ask on behalf of browsers."""
    return await _run(_sockets, ask, *args, **kwargs)


async def for_hub(ask: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Ask on the hub's own behalf."""
    return await _run(_hub, ask, *args, **kwargs)


async def patiently(ask: Callable[P, Awaitable[R]], *args: P.args, **kwargs: P.kwargs) -> R:
    """Await what `ask` asks; while PostgreSQL is away, ask again for 30 s, then raise what it raised."""
    deadline = asyncio.get_running_loop().time() + PATIENCE
    pause = 0.1
    while True:
        try:
            return await ask(*args, **kwargs)
        except AWAY:
            if asyncio.get_running_loop().time() + pause > deadline:
                raise
        await asyncio.sleep(pause)
        pause = min(2 * pause, 2.0)


async def _run(pool: ThreadPoolExecutor, ask: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return await asyncio.get_running_loop().run_in_executor(pool, partial(_asked, ask, *args, **kwargs))


def _asked(ask: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    close_old_connections()
    try:
        return ask(*args, **kwargs)
    finally:
        close_old_connections()
