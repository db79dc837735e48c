"""The API speaks JSON, whatever is asked for; only a view with several renderers listens to Accept."""

from collections.abc import Sequence
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class OnlyChoice(DefaultContentNegotiation):
    """Chooses the only renderer there is without reading the headers."""

    def select_renderer(
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer and its media type."""
        if len(renderers) == 1:
            return renderers[0], renderers[0].media_type
        chosen: Any = super().select_renderer(request, renderers, format_suffix)
        return chosen
