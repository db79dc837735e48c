"""Whatever comes in, what is kept was drawn here: upright, small enough, and nothing but pixels."""

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from tests.pictures import BLUE, RED, drawn, saved, see_through
from workshop.files.pictures import Picture, encode
from workshop.kernel.errors import Invalid

CHENNAI = {1: "N", 2: (13.0, 5.0, 3.5), 3: "E", 4: (80.0, 12.0, 36.4)}
WORDS = b"Meena's phone"


def made(raw: bytes) -> Picture:
    return encode(BytesIO(raw))


def seen(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def near(found: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 25 for one, other in zip(found, wanted, strict=True))


def exif(orientation: int = 1) -> Image.Exif:
    said = Image.Exif()
    said[ExifTags.Base.Orientation] = orientation
    said[ExifTags.Base.Model] = WORDS.decode()
    said.get_ifd(ExifTags.IFD.GPSInfo).update(CHENNAI)
    return said


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_where_and_with_what_it_was_taken_is_gone(format: str) -> None:
    raw = saved(format=format, exif=exif(), xmp=b"<x:xmpmeta>" + WORDS + b"</x:xmpmeta>", comment=WORDS)
    assert Image.open(BytesIO(raw)).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert WORDS in raw
    kept = made(raw)
    for content in (kept.content, kept.thumbnail):
        picture = seen(content)
        assert not picture.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & picture.info.keys()
        assert WORDS not in content


def test_text_and_profile_chunks_are_gone() -> None:
    raw = saved(see_through(), "PNG", icc_profile=WORDS * 20, dpi=(72, 72))
    kept = made(raw)
    assert "icc_profile" in Image.open(BytesIO(raw)).info
    assert "icc_profile" not in seen(kept.content).info
    assert WORDS not in kept.content


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (64, 48), (5, 24)),
        (2, (64, 48), (58, 24)),
        (3, (64, 48), (58, 24)),
        (4, (64, 48), (5, 24)),
        (5, (48, 64), (24, 5)),
        (6, (48, 64), (24, 5)),
        (7, (48, 64), (24, 58)),
        (8, (48, 64), (24, 58)),
    ],
)
def test_it_is_upright(orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    kept = made(saved(exif=exif(orientation)))
    assert (kept.width, kept.height) == size == seen(kept.content).size
    assert near(seen(kept.content).getpixel(red), RED)


def test_a_corner_tells_each_turn_from_its_mirror() -> None:
    """Halves look alike mirrored: a single marked corner does not."""
    corners = {1: (8, 8), 2: (56, 8), 3: (56, 40), 4: (8, 40), 5: (8, 8), 6: (40, 8), 7: (40, 56), 8: (8, 56)}
    picture = Image.new("RGB", (64, 48), BLUE)
    picture.paste(RED, (0, 0, 16, 16))
    for orientation, corner in corners.items():
        kept = seen(made(saved(picture, quality=95, exif=exif(orientation))).content)
        assert near(kept.getpixel(corner), RED), orientation


@pytest.mark.parametrize(
    ("size", "kept_size", "thumbnail_size"),
    [
        ((4000, 3000), (2560, 1920), (480, 360)),
        ((1000, 8000), (320, 2560), (60, 480)),
        ((300, 200), (300, 200), (300, 200)),
        ((8192, 1), (2560, 1), (480, 1)),
    ],
)
def test_it_is_as_large_as_needed_and_no_larger(
    size: tuple[int, int], kept_size: tuple[int, int], thumbnail_size: tuple[int, int]
) -> None:
    kept = made(saved(drawn(size)))
    assert (kept.width, kept.height) == kept_size == seen(kept.content).size
    assert seen(kept.thumbnail).size == thumbnail_size
    assert seen(kept.thumbnail).format == "WEBP"


MODES = {
    "JPEG": ["RGB", "L", "1", "CMYK"],
    "PNG": ["RGB", "L", "P", "1", "RGBA", "LA"],
    "WEBP": ["RGB", "L", "P", "RGBA"],
}


@pytest.mark.parametrize(("format", "mode"), [(format, mode) for format in MODES for mode in MODES[format]])
def test_what_is_opaque_is_kept_as_jpeg(format: str, mode: str) -> None:
    kept = made(saved(drawn(mode=mode), format))
    assert kept.content_type == "image/jpeg"
    picture = seen(kept.content)
    assert picture.format == "JPEG"
    assert picture.convert("L").getpixel((5, 24)) != picture.convert("L").getpixel((58, 24)), mode


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_what_one_can_see_through_is_kept_so(format: str) -> None:
    kept = made(saved(see_through(), format))
    assert kept.content_type == "image/webp"
    for content in (kept.content, kept.thumbnail):
        pixel = seen(content).getpixel((5, 24))
        assert isinstance(pixel, tuple)
        assert near(pixel[3:], (128,))


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    grey = Image.new("I;16", (64, 48), 0x8000)
    pixel = seen(made(saved(grey, "PNG")).content).getpixel((5, 5))
    assert isinstance(pixel, int)
    assert abs(pixel - 128) < 3


def test_a_photograph_with_a_preview_behind_it_is_a_photograph() -> None:
    """Many cameras write two pictures into one JPEG; it does not move."""
    raw = saved(drawn(), "MPO", save_all=True, append_images=[drawn((16, 12))])
    assert Image.open(BytesIO(raw)).format == "MPO"
    kept = made(raw)
    assert (kept.width, kept.height) == (64, 48)
    assert b"MPF" not in kept.content


@pytest.mark.parametrize(
    "appended",
    [b"<script>alert(1)</script>", b"PK\x03\x04" + bytes(64), b"%PDF-1.7"],
    ids=["page", "archive", "document"],
)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_hides_behind_a_picture_is_not_kept(format: str, appended: bytes) -> None:
    kept = made(saved(format=format) + appended)
    assert appended not in kept.content + kept.thumbnail
    assert seen(kept.content).size == (64, 48)


def test_a_script_in_front_of_a_picture_makes_it_none() -> None:
    with pytest.raises(Invalid) as refused:
        made(b"<html><script>alert(1)</script>" + saved())
    assert refused.value.code == "file_type_not_allowed"
