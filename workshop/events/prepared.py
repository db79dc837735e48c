"""Statements that a connection plans once and runs often, several sent as one message.

Planning costs PostgreSQL more than running a short statement does, and a message costs the process more than another
statement in it: the ways of every tap come through here. `DATABASE_PREPARED=0` turns the planning ahead off, for
databases behind a pooler that gives each transaction another connection.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor

Asked = tuple[str, Sequence[Any]]
"""SQL with `%s` for each parameter, and the parameters."""
MOST = 256
"""A connection holds no more plans than this; what comes later is planned each time."""


class _Named(NamedTuple):
    name: str
    preparation: str
    execution: str


class Result(NamedTuple):
    """What a statement gave: its rows, and how many rows it returned or wrote."""

    rows: list[tuple[Any, ...]]
    affected: int


_planned: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


def run(*asked: Asked) -> list[Result]:
    """Run statements in their order and return their results.

    Raises what the first that fails raises; those after it are not run.
    """
    with connection.cursor() as cursor:
        text = "; ".join(_texts(cursor, asked))
        cursor.execute(text, [value for _, values in asked for value in values])
        return _results(cursor.cursor)


def _results(cursor: Cursor[tuple[Any, ...]]) -> list[Result]:
    found = []
    more: bool | None = True
    while more:
        rows = cursor.fetchall() if cursor.pgresult and cursor.pgresult.nfields else []
        found.append(Result(rows, cursor.rowcount))
        more = cursor.nextset()
    return found


def _texts(cursor: CursorWrapper, asked: Sequence[Asked]) -> list[str]:
    """Return the texts that run statements on this connection, planned there when they were not yet."""
    if not settings.DATABASE_PREPARED:
        return [sql for sql, _ in asked]
    planned = _planned.setdefault(cursor.connection, set())
    texts = []
    for sql, _ in asked:
        named = _named(sql)
        if named.name not in planned and len(planned) < MOST:
            cursor.execute(named.preparation)
            planned.add(named.name)
        texts.append(named.execution if named.name in planned else sql)
    return texts


@lru_cache(maxsize=4 * MOST)
def _named(sql: str) -> _Named:
    name = f"p{blake2b(sql.encode(), digest_size=8).hexdigest()}"
    pieces = [piece.replace("%%", "%") for piece in sql.split("%s")]
    numbered = pieces[0] + "".join(f"${place}{piece}" for place, piece in enumerate(pieces[1:], start=1))
    places = f"({', '.join(['%s'] * (len(pieces) - 1))})" if len(pieces) > 1 else ""
    return _Named(name, f"PREPARE {name} AS {numbered}", f"EXECUTE {name}{places}")
