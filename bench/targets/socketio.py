"""How a Socket.IO client talks: Engine.IO 4 and Socket.IO 5 packets over one WebSocket."""

import json

_OPEN, _PING, _PONG = b"0", b"2", b"3"
_CONNECT, _CONNECT_ERROR, _ACK = b"40", b"44", b"43"


class SocketioDialogue:
    """Connect with a ticket, then subscribe to each topic and wait for every reply."""

    path = "/socket.io/?EIO=4&transport=websocket"
    event_prefix = b"42["

    def __init__(self, ticket: str, topics: list[str]) -> None:
        self._ticket = ticket
        self._topics = topics
        self._subscribed = 0
        self.ready = False

    def opening(self) -> list[bytes]:
        """Say nothing: the server speaks first."""
        return []

    def hear(self, message: bytes) -> list[bytes]:
        """Answer the server's packets; raise ConnectionError when it refuses the ticket or a topic."""
        if message == _PING:
            return [_PONG]
        if message.startswith(_OPEN):
            return [_CONNECT + json.dumps({"ticket": self._ticket}).encode()]
        if message.startswith(_CONNECT):
            return [
                f'42{number}["subscribe","{topic}"]'.encode() for number, topic in enumerate(self._topics)
            ]
        if message.startswith(_ACK) and b'"seq"' in message:
            self._subscribed += 1
            self.ready = self._subscribed == len(self._topics)
            return []
        raise ConnectionError(f"The peer refused a socket: {message!r}")

    def acknowledgement(self, events: int) -> bytes | None:
        """Owe nothing: Socket.IO has no acknowledgement of events that nobody asked for."""
        return None
