"""Statements that a connection plans once and runs often, several sent as one message.

Planning costs PostgreSQL more than running a short statement does, and a message costs the process more than another
statement in it: the ways of every tap come through here. `DATABASE_PREPARED=0` turns the planning ahead off, for
databases behind a pooler that gives each transaction another connection.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper

Asked = tuple[str, Sequence[Any]]
"""SQL with `%s` for each parameter, and the parameters."""
MOST = 256
"""A connection holds no more plans than this; what comes later is planned each time."""


class _Named(NamedTuple):
    name: str
    preparation: str
    execution: str


_planned: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


@contextmanager
def run(*asked: Asked) -> Iterator[CursorWrapper]:
    """Run statements in their order; the cursor stands at the first one's result, and `nextset` leads to the next.

    Raises what the first that fails raises; those after it are not run.
    """
    with connection.cursor() as cursor:
        texts = [_ready(cursor, sql) for sql, _ in asked]
        cursor.execute("; ".join(texts), [value for _, values in asked for value in values])
        yield cursor


def _ready(cursor: CursorWrapper, sql: str) -> str:
    """Return the text that runs a statement on this connection, planned there when it was not yet."""
    if not settings.DATABASE_PREPARED:
        return sql
    planned = _planned.setdefault(connection.connection, set())
    named = _named(sql)
    if named.name not in planned:
        if len(planned) >= MOST:
            return sql
        cursor.execute(named.preparation)
        planned.add(named.name)
    return named.execution


@lru_cache(maxsize=4 * MOST)
def _named(sql: str) -> _Named:
    name = f"p{blake2b(sql.encode(), digest_size=8).hexdigest()}"
    pieces = [piece.replace("%%", "%") for piece in sql.split("%s")]
    numbered = pieces[0] + "".join(f"${place}{piece}" for place, piece in enumerate(pieces[1:], start=1))
    places = f"({', '.join(['%s'] * (len(pieces) - 1))})" if len(pieces) > 1 else ""
    return _Named(name, f"PREPARE {name} AS {numbered}", f"EXECUTE {name}{places}")
