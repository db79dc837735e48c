"""The API speaks JSON, whatever is asked for; only a view with several renderers listens to Accept."""

from collections.abc import Iterable
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class OnlyChoice(DefaultContentNegotiation):
    """Chooses the only renderer there is without reading the headers."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer and its media type."""
        first, *others = renderers
        if not others:
            return first, first.media_type
        chosen: Any = super().select_renderer(request, [first, *others], format_suffix)
        return chosen
