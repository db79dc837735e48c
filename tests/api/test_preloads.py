"""A page that strangers open first names in its HTML what it loads next, in the reader's language."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from api.preloads import PAGES
from tests.door import Door
from workshop.embedded.places import CHECKOUT

BUILT = {
    "index.html": {"file": "assets/index-1.js", "imports": ["_base-1.js"]},
    "_base-1.js": {"file": "assets/base-1.js"},
    "_booking-1.js": {"file": "assets/booking-1.js", "imports": ["_base-1.js"]},
    "src/app/areas/book.tsx": {"file": "assets/book-1.js", "imports": ["_base-1.js", "_booking-1.js"]},
    "src/features/book/pages/CentersPage.tsx": {"file": "assets/Centers-1.js", "imports": ["_booking-1.js"]},
    **{
        f"src/locales/{locale}/{area}.json": {"file": f"assets/{area}-{locale}.js"}
        for locale in ("en", "vi")
        for area in ("common", "book", "forms", "find")
    },
}
LINK = re.compile(r'<link rel="modulepreload" crossorigin href="([^"]+)">')
pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings: Any, tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<!doctype html><head><title>Pitlane</title></head>")
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(BUILT))
    settings.FRONTEND_DIST = tmp_path
    return tmp_path


def named(path: str, languages: str = "") -> list[str]:
    return LINK.findall(Door().get(path, Accept_Language=languages).content.decode())


def test_it_names_each_part_once_and_nothing_that_the_page_has_already(built: Path) -> None:
    parts = ["book-1", "booking-1", "Centers-1"]
    words = [f"{area}-en" for area in ("common", "book", "forms", "find")]
    assert named("/book") == [f"/static/assets/{name}.js" for name in parts + words]


@pytest.mark.parametrize(
    ("languages", "locale"), [("vi-VN,vi;q=0.9,en;q=0.8", "vi"), ("ta-IN,ta;q=0.9", "en"), ("*;q=x,,", "en")]
)
def test_the_words_are_in_the_readers_language(built: Path, languages: str, locale: str) -> None:
    assert [one for one in named("/book/", languages) if f"-{locale}.js" in one] == [
        f"/static/assets/{area}-{locale}.js" for area in ("common", "book", "forms", "find")
    ]


@pytest.mark.parametrize("path", ["/", "/desk/calendar", "/book/1/2/3"])
def test_other_pages_find_their_own_way(built: Path, path: str) -> None:
    assert named(path) == []


def test_without_a_list_of_what_was_built_the_page_is_whole(built: Path) -> None:
    (built / ".vite" / "manifest.json").unlink()
    assert named("/book") == []


def test_every_part_that_is_named_exists() -> None:
    sources = {source for _, parts, _ in PAGES for source in parts}
    words = {f"src/locales/en/{area}.json" for _, _, areas in PAGES for area in areas}
    assert [one for one in sources | words if not (CHECKOUT / "frontend" / one).exists()] == []
