"""Draws an uploaded picture anew: upright, of a sensible size, and with nothing in it but its pixels."""

from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore
from typing import IO

from django.conf import settings
from PIL import Image

from workshop.kernel.errors import TooLarge, Unavailable

from .reading import damage_refused, decoded, orientation

JPEG, WEBP = "image/jpeg", "image/webp"
SUFFIXES = {JPEG: "jpg", WEBP: "webp"}
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation."""
PATIENCE = 10.0
ONE_AT_A_TIME = BoundedSemaphore(1)
"""The largest picture takes a few hundred MB to decode: a process decodes one at a time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: `width` and `height` are in pixels, the thumbnail is a WebP."""

    content: bytes
    content_type: str
    width: int
    height: int
    thumbnail: bytes


def encode(upload: IO[bytes]) -> Picture:
    """Return the picture that an upload shows, at most 2560 px a side, with a thumbnail of 480 px.

    Raises TooLarge `file_too_large`, what `reading.decoded` raises, and Unavailable `uploads_busy`.
    """
    raw = upload.read(settings.FILE_BYTES + 1)
    if len(raw) > settings.FILE_BYTES:
        most = f"A file may have {settings.FILE_BYTES // settings.MIB} MiB at most."
        raise TooLarge("file_too_large", most, next="Send a smaller one.", fields={"file": [most]})
    if not ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise Unavailable("uploads_busy", "Too many pictures are arriving at once.")
    try:
        return _drawn(raw)
    finally:
        ONE_AT_A_TIME.release()


def _drawn(raw: bytes) -> Picture:
    image = decoded(raw)
    turn = TURNS.get(orientation(image))
    with damage_refused():
        image = _plain(image)
    image.thumbnail((settings.IMAGE_STORED_SIDE, settings.IMAGE_STORED_SIDE), reducing_gap=2.0)
    image = image.transpose(turn) if turn is not None else image
    content_type = WEBP if image.mode == "RGBA" else JPEG
    content = _saved(image, content_type, settings.IMAGE_QUALITY)
    width, height = image.size
    image.thumbnail((settings.THUMBNAIL_SIDE, settings.THUMBNAIL_SIDE), reducing_gap=2.0)
    return Picture(
        content=content,
        content_type=content_type,
        width=width,
        height=height,
        thumbnail=_saved(image, WEBP, settings.THUMBNAIL_QUALITY),
    )


def _plain(image: Image.Image) -> Image.Image:
    """Return the pixels alone, grey, coloured or, where one can see through, with transparency."""
    if image.mode.startswith("I"):  # 16 bits of grey, which a conversion would cut off instead of scaling
        plain = image.point(lambda value: value * (1 / 256)).convert("L")
    elif image.has_transparency_data:
        plain = image.convert("RGBA")
        if plain.getchannel("A").getextrema()[0] == 255:
            plain = plain.convert("RGB")
    else:
        plain = image.convert("L" if image.mode in ("1", "L") else "RGB")
    plain.info = {}
    return plain


def _saved(image: Image.Image, content_type: str, quality: int) -> bytes:
    written = BytesIO()
    image.save(written, content_type.removeprefix("image/").upper(), quality=quality)
    return written.getvalue()
