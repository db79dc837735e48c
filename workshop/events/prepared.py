"""Statements that a connection plans once and runs often, several sent as one message.

Planning costs PostgreSQL more than running a short statement does, and a message costs the process more than another
statement in it: the ways of every tap come through here. `DATABASE_PREPARED=0` turns the planning ahead off, for
databases behind a pooler that gives each transaction another connection.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from hashlib import blake2b
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Connection
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq.abc import PGresult

from . import wire

Asked = tuple[str, Sequence[Any]]
"""SQL with `%s` for each parameter, and the parameters."""
MOST = 256
"""A connection holds no more plans than this; what comes later is planned each time."""


class Result(NamedTuple):
    """What a statement gave: its rows, and how many rows it returned or wrote."""

    rows: list[tuple[Any, ...]]
    affected: int


class _Plan:
    """A statement on one connection; how its columns are read is looked up with its first result."""

    def __init__(self, connection: Connection[Any], sql: str) -> None:
        self.name, self.text = _named(sql)
        self.planned = False
        # Of the connection's adapters and not of the connection, which it would keep alive.
        self._values = Transformer(connection.adapters)
        self._known = False

    def command(self, connection: Connection[Any], values: Sequence[Any]) -> wire.Command:
        """Return the command that runs the statement with these values."""
        given = self._values.dump_sequence(values, [PyFormat.TEXT] * len(values)) if values else None
        if self.planned:
            return partial(connection.pgconn.send_query_prepared, self.name, given)
        return partial(connection.pgconn.send_query_params, self.text, given)

    def preparation(self, connection: Connection[Any]) -> wire.Command:
        """Return the command that plans the statement."""
        return partial(connection.pgconn.send_prepare, self.name, self.text)

    def result(self, found: PGresult) -> Result:
        """Return what the statement gave, each value as its Python type."""
        affected = found.command_tuples or 0
        if not found.nfields:
            return Result([], affected)
        self._values.set_pgresult(found, set_loaders=not self._known)
        self._known = True
        rows = self._values.load_rows(0, found.ntuples, tuple)
        self._values.set_pgresult(None, set_loaders=False)
        return Result(rows, affected)


_held: WeakKeyDictionary[Connection[Any], dict[str, _Plan]] = WeakKeyDictionary()


def run(*asked: Asked, commit: bool = False) -> list[Result]:
    """Run statements in their order and return their results; `commit` ends the transaction in the same message.

    Raises what the first that fails raises; those after it, the commit too, are not run.
    """
    database = connections[DEFAULT_DB_ALIAS]
    database.validate_no_broken_transaction()
    database.close_if_health_check_failed()
    database.ensure_connection()
    with database.wrap_database_errors, _logged(database, asked):
        connection: Connection[Any] = database.connection
        plans = [_plan(connection, sql) for sql, _ in asked]
        commands = [plan.command(connection, values) for plan, (_, values) in zip(plans, asked, strict=True)]
        results = wire.exchange(connection, commands, commit=commit)
        return [plan.result(result) for plan, result in zip(plans, results, strict=True)]


@contextmanager
def _logged(database: BaseDatabaseWrapper, asked: Sequence[Asked]) -> Iterator[None]:
    """Note the message where Django notes queries, when it does."""
    began = time.monotonic()
    try:
        yield
    finally:
        if database.queries_logged:
            seconds = f"{time.monotonic() - began:.3f}"
            database.queries_log.append({"sql": "; ".join(sql for sql, _ in asked), "time": seconds})


def _plan(connection: Connection[Any], sql: str) -> _Plan:
    """Return a connection's plan of a statement, made there when it was not yet and there is room for it."""
    held = _held.setdefault(connection, {})
    if (plan := held.get(sql)) is None:
        plan = _Plan(connection, sql)
        if settings.DATABASE_PREPARED and len(held) < MOST:
            wire.exchange(connection, [plan.preparation(connection)])
            plan.planned = True
            held[sql] = plan
    return plan


@lru_cache(maxsize=4 * MOST)
def _named(sql: str) -> tuple[bytes, bytes]:
    """Return a name for a statement, and its text with numbered parameters."""
    name = f"p{blake2b(sql.encode(), digest_size=8).hexdigest()}"
    pieces = [piece.replace("%%", "%") for piece in sql.split("%s")]
    numbered = pieces[0] + "".join(f"${place}{piece}" for place, piece in enumerate(pieces[1:], start=1))
    return name.encode(), numbered.encode()
