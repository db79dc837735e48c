"""Rows that many tests start from: made by the services once, and put back as they were for each test after."""

import pickle
from collections.abc import Callable
from datetime import date
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection
from django.db.models import Field, Model

from workshop.kernel.clock import real_now

Made = TypeVar("Made")

MADE_SINCE = """
SELECT jsonb_agg(to_jsonb(made))::text FROM {table} AS made WHERE made.xmin::text::bigint >= %s
"""
PUT_BACK = """
INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE
SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, {rows}::jsonb)
"""


class Kept(Generic[Made]):
    """What a function makes, kept for this process.

    It is made anew outside a transaction, where a test commits and whoever listens must hear of each command, and on
    another day, for what is in date today may not be tomorrow. Histories are not kept: their triggers write them.
    """

    def __init__(self, make: Callable[[], Made]) -> None:
        """Keep what `make` returns, which can be pickled, with all the rows that it makes."""
        self._make = make
        self._of: date | None = None
        self._made = b""
        self._script = ""

    def __call__(self) -> Made:
        """Return it, with its rows in the database."""
        if not connection.in_atomic_block:
            return self._make()
        today = real_now().date()
        if self._of != today:
            self._keep()
            self._of = today
        else:
            with connection.cursor() as cursor:
                cursor.execute(self._script)
        made: Made = pickle.loads(self._made)
        return made

    def _keep(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint % (1::bigint << 32)")
            (before,) = cursor.fetchone()
        self._made = pickle.dumps(self._make())
        parts = []
        with connection.cursor() as cursor:
            for model in apps.get_models():
                if hasattr(model, "pgh_tracked_model") or model._meta.proxy or not model._meta.managed:
                    continue
                cursor.execute(MADE_SINCE.format(table=_table(model)), [before])
                (rows,) = cursor.fetchone()
                if rows:
                    parts.append(_put_back(model, rows))
        self._script = ";".join(parts)


def _put_back(model: type[Model], rows: str) -> str:
    written: list[Field[Any, Any]] = [
        field for field in model._meta.local_concrete_fields if not field.generated
    ]
    return PUT_BACK.format(
        table=_table(model),
        columns=", ".join(connection.ops.quote_name(field.column) for field in written),
        rows=_literal(rows),
    )


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
