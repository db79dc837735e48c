"""This process's one hub, begun with its first socket."""

import asyncio

from .heartbeat import beat
from .hub import Hub
from .sessions import watch_sessions

_hub: Hub | None = None
_loop: asyncio.AbstractEventLoop | None = None


def hub() -> Hub:
    """Return the hub of this process, running."""
    global _hub, _loop
    loop = asyncio.get_running_loop()
    if _hub is None or _loop is not loop:
        _hub, _loop = Hub(), loop
        _hub.spawn(_hub.following.doorbells.run())
        _hub.spawn(_hub.following.watch())
        _hub.spawn(_hub.presence.run())
        _hub.spawn(beat(_hub))
        _hub.spawn(watch_sessions(_hub))
    return _hub


async def stop() -> None:
    """End the hub, if there is one."""
    global _hub
    if _hub is not None:
        await _hub.stop()
        _hub = None
