"""Reading a socket's identity again when its access may have changed; nothing reaches it meanwhile."""

from typing import TYPE_CHECKING

from . import protocol, threads
from .identity import Identity, identify
from .protocol import Close
from .sockets import Socket

if TYPE_CHECKING:
    from .hub import Hub


def recheck_socket(hub: "Hub", socket: Socket) -> None:
    """Hold back a socket's frames and read again who it is; one that is nobody any more is closed."""
    if socket.identity is None:
        return
    socket.changed = hub.changes
    for subscription in socket.topics.values():
        hub.suspend(subscription)
    if socket.reading is None:
        socket.reading = hub.spawn(_read_again(hub, socket, socket.identity))


async def _read_again(hub: "Hub", socket: Socket, identity: Identity) -> None:
    while True:
        mark = hub.changes
        try:
            found = await threads.patiently(threads.for_socket, identify, identity.holder)
        except threads.AWAY:
            return hub.part(socket, Close.TRY_LATER, "unavailable")
        if found is None:
            socket.say(protocol.error("session_ended", "You are not signed in any more. Sign in again."))
            return hub.part(socket, Close.SESSION_ENDED, "session_ended")
        if not await hub.identify(socket, found) and socket.changed <= mark:
            break
    socket.reading = None
    for subscription in list(socket.topics.values()):
        if not subscription.live and not subscription.busy:
            hub.resume(subscription)
