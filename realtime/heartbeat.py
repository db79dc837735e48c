"""The heartbeat: each socket hears every 5 s that it is alive and what the clock shows.

The sockets take turns, so that a beat for thousands does not hold up an event.
"""

import asyncio
from itertools import islice
from typing import TYPE_CHECKING

from workshop.kernel import clock

from . import protocol, threads

if TYPE_CHECKING:
    from .hub import Hub

EVERY = 5.0
TURNS = 10


async def beat(hub: "Hub") -> None:
    """Beat for ever; in each turn one text goes to a tenth of the sockets."""
    turn = 0
    while True:
        await asyncio.sleep(EVERY / TURNS)
        turn = (turn + 1) % TURNS
        if hub.sockets:
            text = protocol.heartbeat(clock.real_now().isoformat(), await threads.for_hub(clock.reading))
            for socket in list(islice(hub.sockets, turn, None, TURNS)):
                socket.say(text)
