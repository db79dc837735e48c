"""The gateway: the one consumer of every socket. It reads what a browser says; the hub does the rest.

It has no channel of its own and its own loop in place of Channels' dispatch, which would cost a database hop and
a thread hop for each message, and refuse connections while Redis is down.
"""

import asyncio
import time
from typing import Any

import structlog
from channels.consumer import AsyncConsumer

from workshop.kernel import clock
from workshop.kernel.errors import Unauthenticated

from . import protocol, threads
from .identity import Identity, identify, session_ended
from .process import hub
from .protocol import Ack, Authenticate, Close, Refusal, Subscribe
from .sockets import Socket
from .topics import registry
from .wire import wire_to

LOG = structlog.get_logger(__name__)
AUTHENTICATE_WITHIN = 5.0
MESSAGES_A_MINUTE = 100
FLOOD = 400
"""Messages a minute at which patience ends."""


class Gateway(AsyncConsumer):
    """One browser's connection."""

    channel_layer_alias = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve one connection until it ends."""
        await receive()
        await send({"type": "websocket.accept"})
        self.hub = hub()
        self.socket = Socket(wire_to(send))
        self.minute, self.messages = time.monotonic(), 0
        self.authenticated = False
        self.limit = asyncio.get_running_loop().call_later(AUTHENTICATE_WITHIN, self._too_late)
        try:
            while (message := await receive())["type"] != "websocket.disconnect":
                if not self.socket.closed:
                    await self._heard(message)
            if message.get("code") == Close.RESTART:
                await self.socket.close(Close.RESTART, "restart")
        except asyncio.CancelledError:
            await self.socket.close(Close.RESTART, "restart")
            raise
        finally:
            self.limit.cancel()
            self.socket.closed = True
            self.hub.leave(self.socket)

    async def _heard(self, message: dict[str, Any]) -> None:
        try:
            await self._obey(self._read(message))
        except Refusal as refusal:
            self.socket.say(protocol.error(refusal.code, refusal.detail, refusal.topic))
            if refusal.code == "message_too_large":
                await self.socket.close(Close.MESSAGE_TOO_LARGE, refusal.code)
            elif self.messages > FLOOD:
                await self.socket.close(Close.FLOODING, refusal.code)

    def _read(self, message: dict[str, Any]) -> protocol.Message:
        text = message.get("text")
        try:
            if text is None:
                raise Refusal("not_text", "Messages are texts, not binary.")
            if protocol.is_too_large(text):
                raise Refusal("message_too_large", "A message has 64 KiB at most.")
            heard = protocol.parse(text)
        except Refusal as refusal:
            self._count(refusal.topic)
            raise
        if not isinstance(heard, Ack):
            self._count(None if isinstance(heard, Authenticate) else heard.topic)
        return heard

    def _count(self, topic: str | None) -> None:
        now = time.monotonic()
        if now - self.minute >= 60:
            self.minute, self.messages = now, 0
        self.messages += 1
        if self.messages > MESSAGES_A_MINUTE:
            detail = f"A socket may send {MESSAGES_A_MINUTE} messages a minute."
            raise Refusal("too_many_messages", detail, topic)

    async def _obey(self, message: protocol.Message) -> None:
        if isinstance(message, Ack):
            return self.socket.ack(message.frames)
        if isinstance(message, Authenticate):
            return await self._authenticate(message)
        if not self.authenticated:
            raise Refusal("not_authenticated", "Say first who you are, with a ticket or null.", message.topic)
        if isinstance(message, Subscribe):
            topic = registry.read(message.topic)
            if topic is None:
                raise Refusal("unknown_topic", "There is no such topic.", message.topic)
            return self.hub.subscribe(self.socket, topic, message.since)
        if (subscription := self.socket.topics.get(message.topic)) is not None:
            self.hub.drop(subscription)
        return None

    async def _authenticate(self, message: Authenticate) -> None:
        if self.authenticated:
            raise Refusal("already_authenticated", "This socket has an owner: open another one.")
        self.limit.cancel()  # what takes longer now is on our side
        if message.ticket is not None:
            try:
                identity = await self.hub.admissions.ask(message.ticket)
                identity = await self._settled(identity)
            except Unauthenticated as error:
                self.socket.say(protocol.error(error.code, f"{error.detail} {error.next}".strip()))
                return await self.socket.close(Close.SESSION_ENDED, error.code)
            except threads.AWAY:
                self.socket.say(protocol.error("unavailable", "The workshop cannot be reached just now."))
                return await self.socket.close(Close.TRY_LATER, "unavailable")
        if self.socket.closed:
            return None
        self.authenticated = True
        self.hub.enter(self.socket)
        actor = self.socket.actor
        person = str(actor.id) if actor.kind in ("person", "link") else None
        self.socket.say(protocol.authenticated(person, clock.reading()))
        return None

    async def _settled(self, identity: Identity) -> Identity:
        """Read the identity again until nothing changed it before its streams were followed."""
        while await self.hub.identify(self.socket, identity):
            found = await threads.patiently(threads.for_socket, identify, identity.holder)
            if found is None:
                raise session_ended()
            identity = found
        return identity

    def _too_late(self) -> None:
        self.socket.say(protocol.error("authentication_timeout", "Nobody said who this is within 5 s."))
        self.hub.spawn(self.socket.close(Close.NOT_AUTHENTICATED, "authentication_timeout"))
