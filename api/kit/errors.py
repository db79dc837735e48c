"""Every refusal as `application/problem+json` (RFC 9457): a stable code, what happened, the fields, what to do next."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, TooManyFieldsSent
from django.core.exceptions import ValidationError as ModelValidationError
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions as drf
from rest_framework.response import Response

from workshop.kernel.errors import DomainError, Invalid, NotFound

from .database_errors import refusal
from .json import dumps

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "invalid": 400,
    "unauthenticated": 401,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "gone": 410,
    "too_large": 413,
    "too_many": 429,
    "unavailable": 503,
}
OWN_STATUS = {"idempotency_key_reused": 422}
NEXT = {
    "method_not_allowed": "Use one of the methods that the Allow header names.",
    "unsupported_media_type": "Send JSON, with Content-Type: application/json.",
    "not_acceptable": "Accept application/json.",
}
"""What to do about a refusal of the framework's own."""
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


def problem(error: Exception, context: Mapping[str, Any] | None = None) -> Response | None:
    """Answer an error raised in a view; None for a bug, which Django logs and `server_error` answers."""
    known = _known(error)
    if known is None:
        return None
    status, body, headers = known
    request = (context or {}).get("request")
    plain = getattr(request, "_request", request)
    response = Response(_body(status, body, plain), status=status, headers=headers, content_type=MEDIA_TYPE)
    response["X-Request-Id"] = response.data["request_id"]
    return response


def problem_page(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Answer an error outside of REST framework's views."""
    status, body, headers = _domain(error)
    return _plain_response(request, status, body, headers)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a bug (Django's handler500)."""
    return _plain_response(
        request,
        500,
        {
            "code": "server_error",
            "detail": "Something went wrong on our side.",
            "next": "Try again. If it happens again, give the request id to whoever runs this server.",
        },
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what Django refuses before any view sees it (handler400)."""
    if isinstance(exception, TooManyFieldsSent):
        said = "This asks for too many things at once."
        return problem_page(request, Invalid("too_many_fields", said, next="Ask for fewer at a time."))
    return problem_page(request, Invalid("bad_request", "This request is not well formed."))


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that does not exist (handler404)."""
    return problem_page(request, NotFound())


def request_id(request: HttpRequest | None) -> str:
    """Return the request's id: the one a proxy gave it, or a new one."""
    given = request.META.get("HTTP_X_REQUEST_ID", "") if request is not None else ""
    return given if REQUEST_ID.fullmatch(given) else uuid4().hex


Known = tuple[int, dict[str, Any], dict[str, str]]


def _known(error: Exception) -> Known | None:
    if isinstance(error, DatabaseError):
        refused = refusal(error)
        return _domain(refused) if refused is not None else None
    if isinstance(error, DomainError):
        return _domain(error)
    if isinstance(error, Http404):
        return _domain(NotFound())
    if isinstance(error, PermissionDenied):
        error = drf.PermissionDenied()
    if isinstance(error, ModelValidationError):
        error = drf.ValidationError(_model_errors(error))
    if isinstance(error, drf.ValidationError):
        return 400, _validation(error.detail), {}
    if isinstance(error, drf.APIException):
        return _framework(error)
    return None


def _domain(error: DomainError) -> Known:
    body = {
        "code": error.code,
        "detail": error.detail,
        "next": error.next,
        "fields": error.fields,
        **error.extra,
    }
    wait = getattr(error, "retry_after", None)
    headers = {"Retry-After": str(wait)} if wait else {}
    return OWN_STATUS.get(error.code, STATUS[error.kind]), body, headers


def _framework(error: drf.APIException) -> Known:
    wait = getattr(error, "wait", None)
    headers = {"Retry-After": str(max(1, int(wait + 0.999)))} if wait else {}
    code = str(getattr(error, "default_code", "error"))
    body = {"code": code, "detail": str(error.detail), "next": NEXT.get(code, "")}
    return error.status_code, body, headers


def _validation(detail: Any) -> dict[str, Any]:
    fields: dict[str, list[str]] = {}
    _flatten(detail, "", fields)
    return {
        "code": "validation_failed",
        "detail": "Some of what was sent is not right.",
        "next": "Correct the fields named here and send it again.",
        "fields": fields,
    }


def _flatten(detail: Any, path: str, into: dict[str, list[str]]) -> None:
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            _flatten(inner, _joined(path, "" if name == "non_field_errors" else str(name)), into)
    elif isinstance(detail, list) and any(isinstance(inner, Mapping | list) for inner in detail):
        for place, inner in enumerate(detail):
            _flatten(inner, _joined(path, str(place)), into)
    else:
        texts = detail if isinstance(detail, list) else [detail]
        into.setdefault(path or "body", []).extend(str(text) for text in texts)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path and name else path or name


def _model_errors(error: ModelValidationError) -> Any:
    return error.message_dict if hasattr(error, "error_dict") else {"body": error.messages}


def _body(status: int, said: dict[str, Any], request: HttpRequest | None) -> dict[str, Any]:
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return {**body, "fields": {}, **said, "request_id": request_id(request)}


def _plain_response(
    request: HttpRequest, status: int, said: dict[str, Any], headers: dict[str, str] | None = None
) -> HttpResponse:
    body = _body(status, said, request)
    response = HttpResponse(dumps(body), status=status, content_type=MEDIA_TYPE, headers=headers)
    response["X-Request-Id"] = body["request_id"]
    return response
