"""The WebSocket wire format (RFC 6455), client side, without masking cost: the masking key is four zeros."""

import struct

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA
_ZERO_MASK = b"\0\0\0\0"
HANDSHAKE_KEY = "cGl0bGFuZSBiZW5jaCBsZQ=="


def upgrade(path: str, port: int) -> bytes:
    """Render the request that turns a connection into a WebSocket."""
    return (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {HANDSHAKE_KEY}\r\n\r\n"
    ).encode()


def encode(message: bytes, opcode: int = TEXT) -> bytes:
    """Wrap a message of at most 64 KiB in one masked frame."""
    if len(message) < 126:
        return bytes((0x80 | opcode, 0x80 | len(message))) + _ZERO_MASK + message
    return struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, len(message)) + _ZERO_MASK + message
