"""Statements of hot paths: written once for a model, run without building a query each time.

A row read here is the model's own instance, and a write here is what `save` would send; only the making of the SQL is
left out, which costs more than all the rest of such a statement.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection, models

from workshop.kernel.clock import real_now

from .prepared import Asked, run

M = TypeVar("M", bound=models.Model)


def select(model: type[M], condition: str, parameters: tuple[Any, ...]) -> list[M]:
    """Return the rows of a model that a condition in SQL selects, e.g. `"job_id = %s ORDER BY position"`."""
    (rows,) = select_all((model, condition, parameters))
    return rows


def select_all(*asked: tuple[type[models.Model], str, tuple[Any, ...]]) -> list[list[Any]]:
    """Return the rows of several selects, sent as one message and run in their order.

    Each sees what was committed when its turn came: what stands after a lock is read under that lock.
    """
    found = []
    with run(
        *((_selecting(model, condition), parameters) for model, condition, parameters in asked)
    ) as cursor:
        for model, _, _ in asked:
            names, _, converters = _shape(model)
            rows = cursor.fetchall()
            if converters:
                rows = [_converted(row, converters) for row in rows]
            found.append([model.from_db("default", names, row) for row in rows])
            cursor.nextset()
    return found


class Writes:
    """Rows to be written, sent as one message in the order in which they were given."""

    def __init__(self) -> None:
        self.statements: list[Asked] = []

    def update(self, row: models.Model, columns: set[str]) -> None:
        """Write some columns (by attribute name) of a row that exists, and the moment of the change."""
        row.updated_at = real_now()  # type: ignore[attr-defined]
        fields = [field for field in row._meta.concrete_fields if field.attname in columns | {"updated_at"}]
        assignments = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
        sql = f"UPDATE {_table(type(row))} SET {assignments} WHERE id = %s"
        self.statements.append((sql, [*_values(row, fields), row.pk]))

    def insert(self, row: models.Model, *, unless_there: bool = False) -> None:
        """Write a new row, whose columns all have their values in Python already.

        With `unless_there` a row that a unique constraint knows already is left as it is.
        """
        fields = row._meta.concrete_fields
        columns = ", ".join(_quoted(field.column) for field in fields)
        places = ", ".join("%s" for _ in fields)
        sql = f"INSERT INTO {_table(type(row))} ({columns}) VALUES ({places})"
        if unless_there:
            sql += " ON CONFLICT DO NOTHING"
        self.statements.append((sql, _values(row, fields)))
        row._state.adding = False
        row._state.db = connection.alias

    def send(self) -> None:
        """Run the statements; raises what the first that fails raises."""
        if self.statements:
            with run(*self.statements):
                pass


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


def _values(row: models.Model, fields: Iterable[Any]) -> list[Any]:
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
