"""Somebody in front of the API whose every answer is held against the OpenAPI schema, to the last field."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from typing import Any

from django.apps import apps
from django.http import HttpResponse
from django.urls import resolve
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from api.schema import described
from tests.door import Door

KEPT = (
    "accounts",
    "files",
    "centers",
    "vehicles",
    "catalog",
    "scheduling",
    "jobs",
    "notifications",
    "events",
)
"""The apps whose rows a refusal leaves alone."""


class Caller(Door):
    """A door that answers with JSON, and only with what the schema says."""

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Send a request and check its answer."""
        answer = super().send(method, path, body, **headers)
        check(method, path.partition("?")[0], answer)
        return answer

    def reads(self, path: str, status: int = 200) -> Any:
        """GET and return the body, which must come with this status."""
        return body_of(self.get(path), status)

    def does(self, path: str, body: Any = None, status: int = 200) -> Any:
        """POST and return the body, which must come with this status."""
        return body_of(self.post(path, body or {}), status)

    def puts(self, path: str, body: Any = None, status: int = 200) -> Any:
        """PUT and return the body, which must come with this status."""
        return body_of(self.put(path, body or {}), status)

    def refused(self, path: str, body: Any = None, *, status: int, code: str, method: str = "POST") -> Any:
        """Send what is refused with this status and code while nothing changes; return the problem."""
        with nothing_changes():
            problem = body_of(self.send(method, path, body), status)
        assert problem["code"] == code, problem
        assert problem["detail"]
        return problem


def body_of(answer: HttpResponse, status: int) -> Any:
    """Return the JSON of an answer that has this status."""
    assert answer.status_code == status, f"{answer.status_code}: {answer.content.decode()}"
    return answer.json() if answer.content else None  # type: ignore[attr-defined]


def check(method: str, path: str, answer: HttpResponse) -> None:
    """Hold an answer against the schema of its route."""
    route = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", resolve(path).route)
    described_answers = schema()["paths"][route][method.lower()]["responses"]
    said = described_answers.get(str(answer.status_code))
    assert said is not None, f"{method} {route} does not say that it answers {answer.status_code}"
    for media in said.get("content", {}).values():
        wrong = list(_validator(media["schema"]).iter_errors(answer.json()))  # type: ignore[attr-defined]
        assert not wrong, f"{method} {route}: {wrong[0].json_path}: {wrong[0].message[:400]}"


@cache
def schema() -> dict[str, Any]:
    """Return the OpenAPI schema, closed: an object has the described fields and no others."""
    closed = deepcopy(described())
    for name, part in closed["components"]["schemas"].items():
        if part.get("type") == "object" and name != "Problem":
            part.setdefault("additionalProperties", False)
    return closed


def _validator(part: dict[str, Any]) -> Draft202012Validator:
    document = Resource(contents=schema(), specification=DRAFT202012)
    whole = json.loads(json.dumps(part).replace('"#/', '"urn:api#/'))
    return Draft202012Validator(whole, registry=Registry().with_resource("urn:api", document))


@contextmanager
def nothing_changes() -> Iterator[None]:
    """Check that no row of the domain is added, changed or deleted within the block."""
    before = rows()
    yield
    after = rows()
    for table, held in before.items():
        assert after[table] == held, f"{table} changed"


def rows() -> dict[str, list[dict[str, Any]]]:
    """Return every row of the domain by table, without history."""
    models = [model for label in KEPT for model in apps.get_app_config(label).get_models()]
    return {
        model._meta.db_table: list(model._default_manager.order_by("pk").values())
        for model in models
        if not model.__name__.endswith("History")
    }
