"""`manage.py relay`: hands events to the reactions, woken by the doorbell and by a poll every second."""

import asyncio
import contextlib
import signal
from typing import Any

import structlog
from channels.layers import get_channel_layer
from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections

from workshop.events import relay
from workshop.events.doorbell import RELAY_GROUP
from workshop.events.tasks import react

LOG = structlog.get_logger(__name__)
POLL = 1.0


class Command(BaseCommand):
    """Runs until it is told to stop."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the relay's loop."""
        asyncio.run(run())


async def run() -> None:
    """Turn after turn: collect what is new, hand over what is due, wait for the bell or a second."""
    stop, bell = asyncio.Event(), asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    listener = asyncio.create_task(listen(bell))
    while not stop.is_set():
        bell.clear()
        try:
            busy = await asyncio.to_thread(turn)
        except (OperationalError, InterfaceError) as error:
            LOG.warning("relay_without_database", error=str(error))
            busy = False
        except Exception as error:  # the broker may fail in any way; what is owed stays owed
            LOG.warning("relay_without_broker", error=repr(error))
            busy = False
        if not busy:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), POLL)
    listener.cancel()
    # It unsubscribes while it ends; the loop would cancel that too.
    with contextlib.suppress(asyncio.CancelledError):
        await listener


def turn() -> bool:
    """Do one turn; return whether there was anything to do."""
    close_old_connections()
    try:
        moved = relay.collect()
        handed = relay.hand_over(
            lambda event_id, reaction: react.apply_async((event_id, reaction), retry=False)
        )
        return bool(moved or handed)
    finally:
        close_old_connections()


async def listen(bell: asyncio.Event) -> None:
    """Set `bell` whenever a web process rings for the relay; Redis may come and go."""
    layer = get_channel_layer()
    while True:
        try:
            channel = await layer.new_channel()
            await layer.group_add(RELAY_GROUP, channel)
            while True:
                await layer.receive(channel)
                bell.set()
        except asyncio.CancelledError:
            raise
        except Exception as error:  # the layer may fail in any way; the poll goes on
            LOG.warning("relay_without_bell", error=repr(error))
            await asyncio.sleep(POLL)
