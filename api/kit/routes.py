"""Every address of the API with its view, and the check that each names a permission."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver
from rest_framework.views import APIView

from workshop.accounts.permissions import EVERYTHING

from .permissions import OPEN, named

METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")
OURS = ("api.", "workshop.")


def routes(patterns: Sequence[Any] | None = None, prefix: str = "/") -> Iterator[tuple[str, type[APIView]]]:
    """Yield every address of the API with the view that serves it."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            view = getattr(entry.callback, "view_class", None) or getattr(entry.callback, "cls", None)
            if isinstance(view, type) and issubclass(view, APIView) and view.__module__.startswith(OURS):
                yield f"{prefix}{entry.pattern}", view


def methods(view: type[APIView]) -> list[str]:
    """Return the methods a view answers besides HEAD and OPTIONS."""
    return [method for method in METHODS if hasattr(view, method.lower())]


@register("security")
def check_permissions(**kwargs: Any) -> list[CheckMessage]:
    """Refuse to start while a route names no permission, or one that nobody has heard of."""
    known = EVERYTHING | OPEN.keys()
    return [
        Error(
            f"{method} {path} names {named(view, method)!r}, which is not a permission.",
            hint=f"Set `permission` on {view.__module__}.{view.__name__}.",
            id="api.E001",
        )
        for path, view in routes()
        for method in methods(view)
        if named(view, method) not in known
    ]
