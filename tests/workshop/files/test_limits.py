"""What is too large, damaged or no picture is refused by its header, and costs nothing."""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from tests.pictures import drawn, jpeg_that_claims, png_that_claims, saved, webp_that_claims
from workshop.files import pictures
from workshop.files.models import StoredFile
from workshop.files.services import store_image
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.errors import DomainError, Forbidden, Invalid, Unavailable

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")]
MIB = 1024 * 1024
GIF = saved(drawn(mode="P"), "GIF")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MOVING = [drawn((16, 16)), drawn((16, 16)).rotate(90)]
TWICE = {"save_all": True, "append_images": MOVING[1:]}
PROGRESSIVE = saved(progressive=True)
LAST_SCAN = PROGRESSIVE[PROGRESSIVE.rindex(b"\xff\xda") : -2]

REFUSED = {
    "nothing": (b"", "file_type_not_allowed"),
    "a text": (b"Hello", "file_type_not_allowed"),
    "a page": (b"<!doctype html><script>alert(1)</script>", "file_type_not_allowed"),
    "a drawing": (SVG, "file_type_not_allowed"),
    "a GIF": (GIF, "file_type_not_allowed"),
    "a TIFF": (saved(format="TIFF"), "file_type_not_allowed"),
    "a sound": (b"RIFF\x00\x00\x00\x00WAVEfmt ", "file_type_not_allowed"),
    "10 MiB and a byte": (saved() + bytes(10 * MIB), "file_too_large"),
    "a PNG of 900 megapixels": (png_that_claims(30_000, 30_000), "image_too_many_pixels"),
    "a PNG of 49 megapixels": (png_that_claims(7000, 7000), "image_too_many_pixels"),
    "the largest PNG": (png_that_claims(2**31 - 1, 2**31 - 1), "image_too_many_pixels"),
    "a PNG that is wide": (png_that_claims(8193, 10), "image_side_too_long"),
    "a JPEG of 4,295 megapixels": (jpeg_that_claims(65_500, 65_500), "image_too_many_pixels"),
    "a JPEG that is high": (jpeg_that_claims(10, 8193), "image_side_too_long"),
    "a WebP of 256 megapixels": (webp_that_claims(16_000, 16_000), "image_too_many_pixels"),
    "a moving PNG": (saved(MOVING[0], "PNG", **TWICE), "image_animated"),
    "a moving WebP": (saved(MOVING[0], "WEBP", **TWICE), "image_animated"),
    "a PNG that claims more than it has": (png_that_claims(6000, 6000), "image_unreadable"),
    "a JPEG that is cut off": (saved(drawn((640, 480)))[:-400], "image_unreadable"),
    "a PNG that is cut off": (saved(Image.effect_noise((99, 99), 50), "PNG")[:-4000], "image_unreadable"),
    "a WebP that is cut off": (saved(Image.effect_noise((99, 99), 50), "WEBP")[:-400], "image_unreadable"),
    "the beginning of a JPEG": (b"\xff\xd8\xff\xe0", "image_unreadable"),
    "the beginning of a PNG": (b"\x89PNG\r\n\x1a\n", "image_unreadable"),
    "the beginning of a WebP": (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image_unreadable"),
    "a JPEG that goes over itself again and again": (
        PROGRESSIVE[:-2] + LAST_SCAN * 60 + b"\xff\xd9",
        "image_unreadable",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_and_nothing_is_kept(what: str, held: Callable[[], set[str]]) -> None:
    raw, code = REFUSED[what]
    with pytest.raises(DomainError) as refused:
        store_image(actor=SYSTEM, upload=BytesIO(raw))
    assert refused.value.code == code
    assert refused.value.detail
    assert refused.value.next
    assert refused.value.fields["file"]
    assert not StoredFile.objects.exists()
    assert held() == set()


@pytest.mark.parametrize(
    "raw",
    [png_that_claims(30_000, 30_000), jpeg_that_claims(65_500, 65_500), png_that_claims(6000, 6000)],
    ids=["PNG", "JPEG", "within the limits"],
)
def test_a_bomb_costs_neither_time_nor_memory(raw: bytes) -> None:
    forget_peak()
    before, began = peak(), time.process_time()
    with pytest.raises(DomainError):
        pictures.encode(BytesIO(raw))
    assert time.process_time() - began < 0.5
    assert peak() - before < 32 * 1024


def forget_peak() -> None:
    """Let the most memory that this process ever held be what it holds now (Linux, proc_pid_clear_refs(5))."""
    Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """Return the most memory that this process held, in KiB."""
    (said,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(said)


def test_a_picture_that_is_decoded_is_noticed() -> None:
    """The twin: what a bomb does not cost is seen when it is paid."""
    raw = saved(Image.new("RGB", (5000, 5000)), "PNG")
    forget_peak()
    before = peak()
    pictures.encode(BytesIO(raw))
    assert peak() - before > 32 * 1024


def test_the_largest_that_is_allowed_is_kept() -> None:
    """The twin: it is not the size of everything that is refused."""
    picture = pictures.encode(BytesIO(saved(Image.new("RGB", (8192, 4882)), quality=10)))
    assert (picture.width, picture.height) == (2560, 1526)


@pytest.mark.parametrize("place", range(0, 1200, 41))
def test_damage_anywhere_is_refused_or_drawn_over(place: int) -> None:
    noted = Image.Exif()
    noted[ExifTags.Base.Orientation] = 6
    for format in ("JPEG", "PNG", "WEBP"):
        raw = bytearray(saved(drawn((200, 100)), format, exif=noted))
        raw[place % len(raw)] ^= 0xFF
        with suppress(Invalid):
            kept = pictures.encode(BytesIO(raw))
            assert Image.open(BytesIO(kept.content)).size == (kept.width, kept.height)


@pytest.mark.parametrize("notes", [b"", b"M\xe9\x00*", b"MM\x00*\xff\xff\xff\xff", b"II*\x00" + bytes(3)])
def test_notes_of_the_camera_that_are_damaged_do_not_stand_in_the_way(notes: bytes) -> None:
    for format in ("JPEG", "PNG", "WEBP"):
        kept = pictures.encode(BytesIO(saved(format=format, exif=b"Exif\x00\x00" + notes)))
        assert (kept.width, kept.height) == (64, 48)


def test_nobody_in_particular_keeps_nothing(held: Callable[[], set[str]]) -> None:
    with pytest.raises(Forbidden):
        store_image(actor=VISITOR, upload=BytesIO(saved()))
    assert held() == set()


def test_one_is_decoded_at_a_time_and_who_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PATIENCE", 0.05)
    with pictures.ONE_AT_A_TIME, pytest.raises(Unavailable) as refused:
        pictures.encode(BytesIO(saved()))
    assert (refused.value.code, refused.value.retry_after) == ("uploads_busy", 2)
    assert pictures.encode(BytesIO(saved())).width == 64
