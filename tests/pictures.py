"""Pictures drawn for a test, and bytes that only claim to be some."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawn(size: tuple[int, int] = (64, 48), mode: str = "RGB") -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, *size))
    return picture.convert(mode)


def saved(picture: Image.Image | None = None, format: str = "JPEG", **options: Any) -> bytes:
    """Return a picture in a format."""
    written = BytesIO()
    (picture or drawn()).save(written, format, **options)
    return written.getvalue()


def see_through(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Return a picture of which one half is half transparent."""
    picture = drawn(size, "RGBA")
    picture.putalpha(Image.new("L", size, 255))
    picture.paste((*BLUE, 128), (0, 0, size[0] // 2, size[1]))
    return picture


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG of a hundred bytes whose header claims a size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(64))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def webp_that_claims(width: int, height: int) -> bytes:
    """Return a WebP of 8 x 8 pixels whose extended header claims a size."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + sides + saved(drawn((8, 8)), "WEBP")[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_that_claims(width: int, height: int) -> bytes:
    """Return a JPEG of 8 x 8 pixels whose frame header claims a size."""
    raw = saved(drawn((8, 8)))
    sides = raw.index(b"\xff\xc0") + 5
    return raw[:sides] + struct.pack(">HH", height, width) + raw[sides + 4 :]
