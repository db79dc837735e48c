"""Every address outside the API is a page of the front end, which is one file that finds its own way."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from . import first_data, preloads

NOT_BUILT = """<!doctype html><title>Pitlane</title>
<p>The front end has not been built yet: run “make run”, or “npm run build” in frontend/.</p>
"""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Answer with the front end's index.html, what the page loads next and what it shows first.

    Never cached; what it names is for ever.
    """
    index = Path(settings.FRONTEND_DIST) / "index.html"
    try:
        text = _read(index, index.stat().st_mtime_ns)
    except OSError:
        return HttpResponse(NOT_BUILT, status=503, headers={"Cache-Control": "no-store"})
    more = preloads.links(request.path_info, request.headers.get("Accept-Language", ""))
    more += first_data.script(request.path_info, request.GET.get("center", ""))
    if more:
        text = text.replace(b"</head>", more + b"</head>", 1)
    return HttpResponse(text, headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"})


@lru_cache(maxsize=2)
def _read(index: Path, changed: int) -> bytes:
    return index.read_bytes()
