"""Sessions end by themselves too: those that expired are looked for, and their sockets closed."""

import asyncio
from typing import TYPE_CHECKING

from . import threads
from .identity import ended
from .rechecks import recheck_socket

if TYPE_CHECKING:
    from .hub import Hub

EVERY = 10.0


async def watch_sessions(hub: "Hub") -> None:
    """Look for ever; who is found is read again and parted with in the ordinary way."""
    while True:
        await asyncio.sleep(EVERY)
        holders = {socket: socket.identity.holder for socket in hub.sockets if socket.identity is not None}
        if not holders:
            continue
        try:
            gone = await threads.for_hub(ended, holders.values())
        except threads.AWAY:
            continue
        for socket, holder in holders.items():
            if holder.holder_id in gone and socket in hub.sockets:
                recheck_socket(hub, socket)
