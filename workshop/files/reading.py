"""Reads a picture that a stranger sent: known by its content, weighed by its header, and only then decoded."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO

from django.conf import settings
from PIL import ExifTags, Image

from workshop.kernel.errors import DomainError, Invalid

SIGNATURES = {"JPEG": b"\xff\xd8\xff", "PNG": b"\x89PNG\r\n\x1a\n", "WEBP": b"RIFF"}
MULTI_PICTURE = "MPO"
"""A photograph for which the camera added a preview or a depth map; the first picture is the photograph."""
SCAN, SCANS = b"\xff\xda", 40
"""A progressive JPEG has ten or so; each one more makes the decoder go through the whole picture again."""

Image.MAX_IMAGE_PIXELS = settings.IMAGE_PIXELS
# What is over it is refused here in words; Pillow warns first, and refuses by itself what is twice over.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)


def decoded(raw: bytes) -> Image.Image:
    """Return the picture that bytes hold, decoded, a JPEG as small as it may be for the size that is stored.

    Raises Invalid `file_type_not_allowed`, `image_too_many_pixels`, `image_side_too_long`, `image_animated` or
    `image_unreadable`.
    """
    name = _format(raw)
    with damage_refused():
        image = Image.open(BytesIO(raw), formats=[name])
        _weigh(image, raw)
        image.draft(None, _wanted(image))
        image.load()
    return image


def orientation(image: Image.Image) -> int:
    """Return how the camera was held (EXIF 2.32, tag 274), 1 for upright and for what cannot be read."""
    with suppress(Exception):  # The camera's notes may be damaged while its picture is not.
        noted = image.getexif().get(ExifTags.Base.Orientation)
        return noted if isinstance(noted, int) else 1
    return 1


@contextmanager
def damage_refused() -> Iterator[None]:
    """Raise Invalid for whatever crosses the mind of a decoder about bytes that make no sense."""
    try:
        yield
    except DomainError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except Exception as error:
        raise _unreadable() from error


def _format(raw: bytes) -> str:
    for name, signature in SIGNATURES.items():
        if raw.startswith(signature) and (name != "WEBP" or raw[8:12] == b"WEBP"):
            return name
    raise Invalid(
        "file_type_not_allowed",
        "This is not a picture of a kind that can be kept.",
        next="Send a JPEG, PNG or WebP picture.",
        fields={"file": ["Send a JPEG, PNG or WebP picture."]},
    )


def _weigh(image: Image.Image, raw: bytes) -> None:
    width, height = image.size
    if width * height > settings.IMAGE_PIXELS:
        raise _too_many_pixels()
    if max(width, height) > settings.IMAGE_SIDE:
        most = f"A picture may be {settings.IMAGE_SIDE} pixels wide and high at most."
        raise Invalid(
            "image_side_too_long", most, next="Crop it, or send a smaller one.", fields={"file": [most]}
        )
    if image.format != MULTI_PICTURE and getattr(image, "is_animated", False):
        still = "A picture that moves cannot be kept."
        raise Invalid("image_animated", still, next="Send a still one.", fields={"file": [still]})
    if image.format in ("JPEG", MULTI_PICTURE) and raw.count(SCAN) > SCANS:
        raise _unreadable()


def _wanted(image: Image.Image) -> tuple[int, int]:
    """Return the size in which it will be stored: a JPEG is decoded at a half or a quarter where that is enough."""
    share = min(1.0, settings.IMAGE_STORED_SIDE / max(image.size))
    return max(1, int(image.width * share)), max(1, int(image.height * share))


def _too_many_pixels() -> Invalid:
    most = f"A picture may have {settings.IMAGE_PIXELS // 1_000_000} megapixels at most."
    return Invalid("image_too_many_pixels", most, next="Send a smaller one.", fields={"file": [most]})


def _unreadable() -> Invalid:
    said = "This picture is damaged, or not what it says it is."
    return Invalid("image_unreadable", said, next="Choose another picture.", fields={"file": [said]})
