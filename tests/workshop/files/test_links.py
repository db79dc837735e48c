"""A link opens one variant of one file, until it expires."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from workshop.accounts import tokens
from workshop.files.links import check_link, signed_url
from workshop.files.models import StoredFile
from workshop.files.shapes import file_shape
from workshop.kernel.errors import Gone, NotFound

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FILE = StoredFile(id=UUID(int=7), width=640, height=480, content_type="image/jpeg")


def opened(url: str, at: datetime = NOON, **instead: Any) -> timedelta:
    """Check a link, with some of what it says replaced."""
    parts = urlsplit(url)
    _, _, _, id, variant = parts.path.split("/")
    said: dict[str, Any] = {"file_id": UUID(id), "variant": variant}
    said |= {name: values[0] for name, values in parse_qs(parts.query).items()}
    return check_link(**(said | instead), at=at)


@pytest.mark.parametrize("variant", ["full", "thumbnail"])
def test_it_lasts_as_long_as_it_should_and_up_to_an_hour_more(variant: str) -> None:
    for minute in range(0, 120, 7):
        at = NOON + timedelta(minutes=minute)
        left = opened(signed_url(FILE, variant=variant, at=at), at)
        assert timedelta(hours=12) < left <= timedelta(hours=13)


def test_it_is_the_same_for_a_while_so_that_browsers_keep_what_it_shows() -> None:
    links = {signed_url(FILE, at=NOON + timedelta(minutes=minute)) for minute in range(59)}
    assert len(links) == 1
    assert links != {signed_url(FILE, at=NOON + timedelta(minutes=61))}


def test_it_expires() -> None:
    url = signed_url(FILE, lasts=timedelta(minutes=5), at=NOON)
    end = NOON + opened(url)
    assert opened(url, end - timedelta(seconds=1)) == timedelta(seconds=1)
    with pytest.raises(Gone) as refused:
        opened(url, end)
    assert (refused.value.code, bool(refused.value.next)) == ("file_link_expired", True)


@pytest.mark.parametrize(
    "instead",
    [
        {"file_id": UUID(int=8)},
        {"variant": "thumbnail"},
        {"variant": "original"},
        {"expires": "1999999999"},
        {"expires": "x"},
        {"expires": ""},
        {"expires": "9" * 5000},
        {"signature": ""},
        {"signature": "x"},
        {"signature": "é" * 59},
        {"signature": tokens.seal(tokens.LINK, UUID(int=7), 1_795_305_600)},
    ],
)
def test_nothing_of_it_can_be_changed(instead: dict[str, Any]) -> None:
    with pytest.raises(NotFound) as refused:
        opened(signed_url(FILE, at=NOON), **instead)
    assert refused.value.code == "file_link_invalid"


def test_another_key_signs_other_links(settings: Any) -> None:
    url = signed_url(FILE, at=NOON)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another" * 10
    with pytest.raises(NotFound):
        opened(url)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert opened(url)


def test_a_shape_has_both_links_and_no_name_of_the_storage() -> None:
    shape = file_shape(FILE)
    assert shape.keys() == {"id", "url", "thumbnail_url", "width", "height", "content_type"}
    assert shape["url"].startswith("/api/files/00000000-0000-0000-0000-000000000007/full?expires=")
    assert shape["thumbnail_url"].startswith("/api/files/00000000-0000-0000-0000-000000000007/thumbnail?")
