"""Lists in pages: a cursor that stays right while rows come and go."""

import base64
import binascii
from typing import Any, cast
from urllib.parse import parse_qs, urlencode

from django.core.exceptions import ValidationError
from django.db import DataError
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response

from workshop.kernel.errors import Invalid


class CursorPages(CursorPagination):
    """Pages of 50, `?limit=` 1 to 200; the answer is `{results, next, previous}` with opaque texts for `?cursor=`.

    The newest is first unless the view has `ordering`: ids sort by the moment they were made.
    """

    ordering = "-id"
    page_size_query_param = "limit"
    max_page_size = 200

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        """Return one page; raise Invalid `cursor_invalid` for a cursor that was not given out for this list."""
        self.ordering = getattr(view, "ordering", self.ordering)
        try:
            return super().paginate_queryset(queryset, request, view)
        except (ValidationError, DataError, ValueError, TypeError) as error:
            raise _invalid() from error

    def decode_cursor(self, request: Request) -> Cursor | None:
        """Return the cursor sent, if any."""
        encoded = request.query_params.get(self.cursor_query_param)
        if not encoded:
            return None
        try:
            said = parse_qs(
                base64.b64decode(encoded, b"-_", validate=True).decode("ascii"),
                keep_blank_values=True,
                strict_parsing=True,
            )
            offset = int(said.get("o", ["0"])[0])
            reverse = said.get("r", ["0"])[0] == "1"
            position = said.get("p", [None])[0]
        except (binascii.Error, UnicodeError, ValueError) as error:
            raise _invalid() from error
        if not 0 <= offset <= (self.offset_cutoff or 0) or (position is not None and "\0" in position):
            raise _invalid()
        return Cursor(offset=offset, reverse=reverse, position=cast(int | None, position))

    def encode_cursor(self, cursor: Cursor) -> str:
        """Return a cursor as an opaque text."""
        said: dict[str, Any] = {}
        if cursor.offset:
            said["o"] = cursor.offset
        if cursor.reverse:
            said["r"] = 1
        if cursor.position is not None:
            said["p"] = cursor.position
        return base64.urlsafe_b64encode(urlencode(said).encode("ascii")).decode("ascii")

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page with the way on and the way back."""
        return Response({"results": data, "next": self.get_next_link(), "previous": self.get_previous_link()})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe a page for the OpenAPI schema."""
        cursor = {"type": ["string", "null"], "description": "Send it back as `cursor`."}
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": cursor, "previous": cursor},
        }


def _invalid() -> Invalid:
    return Invalid(
        "cursor_invalid",
        "This page does not exist.",
        next="Start again from the first page.",
        fields={"cursor": ["This cursor was not given out for this list."]},
    )
