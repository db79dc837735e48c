"""Statements of hot paths: written once for a model, run without building a query each time.

A row read here is the model's own instance, and a write here is what `save` would send; only the making of the SQL is
left out, which costs more than all the rest of such a statement.
"""

from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection, models

from workshop.kernel.clock import real_now

M = TypeVar("M", bound=models.Model)


def select(model: type[M], condition: str, parameters: tuple[Any, ...]) -> list[M]:
    """Return the rows of a model that a condition in SQL selects, e.g. `"job_id = %s ORDER BY position"`."""
    names, columns, converters = _shape(model)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {_table(model)} WHERE {condition}", parameters)
        rows = cursor.fetchall()
    if converters:
        rows = [_converted(row, converters) for row in rows]
    return [model.from_db("default", names, row) for row in rows]


def update(row: models.Model, columns: set[str]) -> None:
    """Write some columns (by attribute name) of a row that exists, and the moment of the change."""
    row.updated_at = real_now()  # type: ignore[attr-defined]
    fields = [
        field
        for field in row._meta.concrete_fields
        if field.attname in columns or field.attname == "updated_at"
    ]
    assignments = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {_table(type(row))} SET {assignments} WHERE id = %s", (*values, row.pk))


@lru_cache(maxsize=64)
def _shape(model: type[models.Model]) -> tuple[list[str], str, list[tuple[int, list[Any], Any]]]:
    fields = model._meta.concrete_fields
    expressions = [field.get_col(_table_name(model), field) for field in fields]
    converters = []
    for place, expression in enumerate(expressions):
        found = connection.ops.get_db_converters(expression) + expression.get_db_converters(connection)
        if found:
            converters.append((place, found, expression))
    columns = ", ".join(_quoted(field.column) for field in fields)
    return [field.attname for field in fields], columns, converters


def _converted(row: tuple[Any, ...], converters: list[tuple[int, list[Any], Any]]) -> tuple[Any, ...]:
    values = list(row)
    for place, functions, expression in converters:
        for convert in functions:
            values[place] = convert(values[place], expression, connection)
    return tuple(values)


def _table_name(model: type[models.Model]) -> str:
    return model._meta.db_table


def _table(model: type[models.Model]) -> str:
    return _quoted(_table_name(model))


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")


def insert(row: models.Model) -> None:
    """Write a new row; every column has its value in Python already."""
    table = _table(type(row))
    fields = row._meta.concrete_fields
    columns = ", ".join(_quoted(field.column) for field in fields)
    places = ", ".join("%s" for _ in fields)
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)
    row._state.adding = False
    row._state.db = connection.alias
