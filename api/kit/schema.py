"""The OpenAPI schema: names from the address, the problems every route can answer, the permission it asks for."""

from typing import Any

from drf_spectacular.openapi import AutoSchema

from .auth import GuestAuthentication, VisitorAuthentication
from .errors import MEDIA_TYPE
from .permissions import named

PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "request_id"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable; decide by this."},
        "detail": {"type": "string", "description": "What happened, in words for a person."},
        "next": {"type": "string", "description": "What to do next."},
        "fields": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
        "request_id": {"type": "string"},
    },
}
REFUSALS = {
    "400": "What was sent is not right",
    "401": "Nobody is signed in",
    "403": "The role does not allow it",
    "404": "There is nothing here that you can see",
    "409": "It is no longer, or not yet, in a state that allows this",
    "429": "Too often; see Retry-After",
    "503": "Not just now; see Retry-After",
}
TOKEN: dict[str, Any] = {"accessToken": []}
REUSED = {"422": "The Idempotency-Key was used for another request"}
LARGE = {"413": "The body is too large"}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "schema": {"type": "string", "maxLength": 100},
    "description": "The same key with the same body has one effect and one answer.",
}


class Schema(AutoSchema):
    """Describes one route."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        """Return the operation with its permission and the problems it can answer."""
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is None:
            return None
        operation["x-permission"] = named(type(self.view), self.method)
        keyed = self.method != "GET" and not getattr(self.view, "keyless", False)
        refusals = self._refusals() | (REUSED if keyed else {}) | (LARGE if self.method != "GET" else {})
        for status, meaning in refusals.items():
            content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
            operation["responses"].setdefault(status, {"description": meaning, "content": content})
        if keyed:
            operation.setdefault("parameters", []).append(KEY)
        return operation

    def get_auth(self) -> list[dict[str, Any]]:
        """Return the ways of saying who one is; none is needed where visitors are served."""
        if VisitorAuthentication in self.view.authentication_classes:
            return [{}]
        if GuestAuthentication in self.view.authentication_classes:
            return [{}, TOKEN] if named(type(self.view), self.method) == "public" else [TOKEN]
        required: list[dict[str, Any]] = super().get_auth()
        return required

    def get_operation_id(self) -> str:
        """Return the address as a name: POST /api/staff/jobs/{id}/queue is `post_staff_jobs_id_queue`."""
        words = [word.strip("{}") for word in self.path.strip("/").split("/")[1:]]
        return "_".join([self.method.lower(), *words]).replace("-", "_")

    def get_tags(self) -> list[str]:
        """Return the audience."""
        words = self.path.strip("/").split("/")
        return [words[1] if len(words) > 1 else "system"]

    def _refusals(self) -> dict[str, str]:
        public = named(type(self.view), self.method) == "public"
        common = {
            status: words for status, words in REFUSALS.items() if not (public and status in ("401", "403"))
        }
        return common | getattr(self.view, "refusals", {})


def with_problem(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Add the problem's shape to the components (a postprocessing hook)."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = PROBLEM
    return result
