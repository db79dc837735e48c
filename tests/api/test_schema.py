"""The OpenAPI description says what is true."""

from collections import Counter
from typing import Any

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from api.kit.routes import methods, routes
from tests.door import Door

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    GENERATOR_STATS.reset()
    described: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    return described


def operations(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in schema["paths"].values() for operation in path.values()]


def test_it_is_valid_and_made_without_a_warning(schema: dict[str, Any]) -> None:
    validate_schema(schema)
    assert not GENERATOR_STATS, GENERATOR_STATS.emit_summary()


def test_every_route_is_in_it_with_its_permission(schema: dict[str, Any]) -> None:
    served = sum(len(methods(view)) for path, view in routes() if view.__module__ != "api.schema")
    assert len(operations(schema)) == served
    assert all(operation["x-permission"] for operation in operations(schema))


def test_every_operation_has_a_name_of_its_own(schema: dict[str, Any]) -> None:
    names = Counter(operation["operationId"] for operation in operations(schema))
    assert not [name for name, times in names.items() if times > 1]


def test_every_operation_tells_its_refusals(schema: dict[str, Any]) -> None:
    problem = {"$ref": "#/components/schemas/Problem"}
    for operation in operations(schema):
        content = operation["responses"]["400"]["content"]
        assert content["application/problem+json"]["schema"] == problem


def test_it_is_served_as_json_when_asked_for_and_browsable() -> None:
    answer = Door().get("/api/schema", Accept="application/json")
    assert answer.json()["openapi"].startswith("3.1")
    assert Door().get("/api/schema")["Content-Type"].startswith("application/vnd.oai.openapi")
    assert b"swagger" in Door().get("/api/docs").content
