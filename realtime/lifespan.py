"""The start and the end of a socket process."""

import asyncio
import logging
import sys
from typing import Any

from workshop.kernel import clock, heap

from .process import stop

SWITCH = 0.001
"""Seconds after which a database thread lets the event loop run."""


async def lifespan(scope: Any, receive: Any, send: Any) -> None:
    """Answer the server's lifespan messages."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            heap.settle()
            # Whoever asks first may have to wait for a reading: that is not the event loop.
            await asyncio.to_thread(clock.reading)
            sys.setswitchinterval(SWITCH)
            logging.getLogger("uvicorn.error").setLevel(logging.WARNING)  # two lines a socket cost as much
            await send({"type": "lifespan.startup.complete"})
        else:
            await stop()
            return await send({"type": "lifespan.shutdown.complete"})
