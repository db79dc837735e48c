"""What a public page needs after its first script, named in the page itself: the browser fetches it all at once and
not one after the other, as each part would find out.
"""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation.trans_real import parse_accept_lang_header

ENTRY = "index.html"
DEFAULT = "en"
FIND, BOOK, LATER = (
    "src/features/book/pages/CentersPage.tsx",
    "src/app/areas/book.tsx",
    "src/app/areas/bookLater.ts",
)
PAGES: list[tuple[re.Pattern[str], list[str], list[str]]] = [
    (re.compile(r"/book"), [BOOK, FIND], ["book", "forms", "find"]),
    (re.compile(r"/book/[0-9a-f-]{36}"), [BOOK], ["book", "forms"]),
    (re.compile(r"/book/[0-9a-f-]{36}/(time|you|check)"), [BOOK, LATER], ["book", "forms", "plan"]),
    (re.compile(r"/v/[^/]+"), ["src/app/areas/visit.tsx"], ["visit"]),
]
"""By address: the sources of its parts and the areas of its words. The pages that strangers open first."""


def links(path: str, languages: str) -> bytes:
    """Return the links for a page's address and an Accept-Language; empty for other pages and without a build."""
    manifest = Path(settings.FRONTEND_DIST) / ".vite" / "manifest.json"
    try:
        built = _read(manifest, manifest.stat().st_mtime_ns)
    except OSError:
        return b""
    for address, sources, areas in PAGES:
        if address.fullmatch(path.rstrip("/")):
            words = [f"src/locales/{_locale(built, languages)}/{area}.json" for area in ("common", *areas)]
            there = _files(built, [ENTRY])
            files = [file for file in _files(built, [*sources, *words]) if file not in there]
            base = settings.STATIC_URL
            return "".join(
                f'<link rel="modulepreload" crossorigin href="{base}{file}">' for file in files
            ).encode()
    return b""


@lru_cache(maxsize=2)
def _read(manifest: Path, changed: int) -> dict[str, Any]:
    built: dict[str, Any] = json.loads(manifest.read_bytes())
    return built


def _locale(built: dict[str, Any], languages: str) -> str:
    for asked, _ in parse_accept_lang_header(languages):
        locale = asked.split("-")[0]
        if f"src/locales/{locale}/common.json" in built:
            return locale
    return DEFAULT


def _files(built: dict[str, Any], names: list[str]) -> list[str]:
    """Return the files of these parts and of all that they import, each once; a part that is not built has none."""
    found: dict[str, str] = {}
    open_ = list(reversed(names))
    while open_:
        name = open_.pop()
        if name not in found and name in built:
            found[name] = built[name]["file"]
            open_ += built[name].get("imports", [])
    return list(found.values())
