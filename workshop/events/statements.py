"""Statements of hot paths: written once for a model, run without building a query each time.

A row read here is the model's own instance, and a write here is what `save` would send; only the making of the SQL is
left out, which costs more than all the rest of such a statement.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.base import ModelState

from workshop.kernel.clock import real_now

from .prepared import Asked, run

M = TypeVar("M", bound=models.Model)
Selected = tuple[type[models.Model], str, tuple[Any, ...]]
"""A model, a condition in SQL, and its parameters."""


def select(model: type[M], condition: str, parameters: tuple[Any, ...]) -> list[M]:
    """Return the rows of a model that a condition in SQL selects, e.g. `"job_id = %s ORDER BY position"`."""
    (rows,) = select_all((model, condition, parameters))
    return rows


def select_all(*asked: Selected) -> list[list[Any]]:
    """Return the rows of several selects, sent as one message and run in their order.

    Each sees what was committed when its turn came: what stands after a lock is read under that lock.
    """
    results = run(*((_selecting(model, condition), parameters) for model, condition, parameters in asked))
    return [
        [_instance(model, row) for row in result.rows]
        for (model, _, _), result in zip(asked, results, strict=True)
    ]


class Writes:
    """Rows to be written, sent as one message in the order in which they were given."""

    def __init__(self) -> None:
        self.statements: list[Asked] = []

    def update(self, row: models.Model, columns: set[str]) -> None:
        """Write some columns (by attribute name) of a row that exists, and the moment of the change."""
        row.updated_at = real_now()  # type: ignore[attr-defined]
        columns = columns | {"updated_at"}
        fields = [field for field in row._meta.concrete_fields if field.attname in columns]
        sql = _updating(type(row), tuple(field.column for field in fields))
        self.statements.append((sql, [*_values(row, fields), row.pk]))

    def insert(self, row: models.Model, *, unless_there: bool = False) -> None:
        """Write a new row, whose columns all have their values in Python already.

        With `unless_there` a row that a unique constraint knows already is left as it is.
        """
        fields = row._meta.concrete_fields
        sql = _inserting(type(row))
        if unless_there:
            sql += " ON CONFLICT DO NOTHING"
        self.statements.append((sql, _values(row, fields)))
        row._state.adding = False
        row._state.db = connection.alias

    def send(self) -> None:
        """Run the statements; raises what the first that fails raises."""
        if self.statements:
            run(*self.statements)


@contextmanager
def writing(held: Writes | None) -> Iterator[Writes]:
    """Write into what a larger change holds and will send; without one, send at the end of the block."""
    writes = held or Writes()
    yield writes
    if held is None:
        writes.send()


@lru_cache(maxsize=256)
def _selecting(model: type[models.Model], condition: str) -> str:
    return f"SELECT {_shape(model)[1]} FROM {_table(model)} WHERE {condition}"


@lru_cache(maxsize=256)
def _updating(model: type[models.Model], columns: tuple[str, ...]) -> str:
    assignments = ", ".join(f"{_quoted(column)} = %s" for column in columns)
    return f"UPDATE {_table(model)} SET {assignments} WHERE id = %s"


@lru_cache(maxsize=64)
def _inserting(model: type[models.Model]) -> str:
    columns = [_quoted(field.column) for field in model._meta.concrete_fields]
    return f"INSERT INTO {_table(model)} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"


@lru_cache(maxsize=64)
def _shape(model: type[models.Model]) -> tuple[list[str], str, list[tuple[str, list[Any], Any]]]:
    fields = model._meta.concrete_fields
    expressions = [field.get_col(_table_name(model), field) for field in fields]
    converters = []
    for field, expression in zip(fields, expressions, strict=True):
        found = connection.ops.get_db_converters(expression) + expression.get_db_converters(connection)
        if found:
            converters.append((field.attname, found, expression))
    columns = ", ".join(_quoted(field.column) for field in fields)
    return [field.attname for field in fields], columns, converters


def _instance(model: type[M], row: tuple[Any, ...]) -> M:
    """Return a row as its model's instance, made as unpickling makes one: what it holds is what a row holds."""
    names, _, converters = _shape(model)
    made = model.__new__(model)
    made._state = ModelState()
    made._state.adding, made._state.db = False, DEFAULT_DB_ALIAS
    held = vars(made)
    held.update(zip(names, row, strict=True))
    for name, functions, expression in converters:
        for convert in functions:
            held[name] = convert(held[name], expression, connection)
    return made


def _table_name(model: type[models.Model]) -> str:
    return model._meta.db_table


def _table(model: type[models.Model]) -> str:
    return _quoted(_table_name(model))


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")


def _values(row: models.Model, fields: Iterable[Any]) -> list[Any]:
    held, to = vars(row), connections[DEFAULT_DB_ALIAS]
    return [field.get_db_prep_save(held[field.attname], to) for field in fields]
