"""One message to PostgreSQL: commands of the extended protocol, sent together and answered together.

A cursor makes a text, a result and loaders for every statement, which cost a tap more Python than its own rules; here
libpq's pipeline carries the commands, and psycopg's compiled generators wait for their answers.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from psycopg import Connection
from psycopg.errors import error_from_result
from psycopg.generators import fetch_many, send
from psycopg.pq import ExecStatus, TransactionStatus
from psycopg.pq.abc import PGresult

Command = Callable[[], None]
"""Puts one command into libpq's queue."""


def _plain(connection: Connection[Any], sql: bytes) -> Command:
    """Return the command that runs SQL without parameters."""
    return partial(connection.pgconn.send_query_params, sql, None)


def exchange(
    connection: Connection[Any], commands: Sequence[Command], *, commit: bool = False
) -> list[PGresult]:
    """Run commands in their order and return their results; `commit` ends the transaction with them.

    As psycopg does, a transaction is begun first when the connection is to have one and has none. Raises the error of
    the first command that fails; those after it, the commit too, are not run.
    """
    pgconn = connection.pgconn
    begins = not connection.autocommit and pgconn.transaction_status == TransactionStatus.IDLE
    first = [_plain(connection, b"BEGIN")] if begins else []
    last = [_plain(connection, b"COMMIT")] if commit else []
    with connection.lock:
        pgconn.enter_pipeline_mode()
        try:
            results = connection.wait(_answers(pgconn, [*first, *commands, *last]))
            pgconn.exit_pipeline_mode()
        except BaseException:
            # Nobody knows which answers are still to come.
            connection.close()
            raise
    for result in results:
        if result.status == ExecStatus.FATAL_ERROR:
            raise error_from_result(result)
    return results[len(first) : len(first) + len(commands)]


def _answers(pgconn: Any, commands: Sequence[Command]) -> Any:
    """Send the commands and gather a result for each; psycopg's generators yield while the socket is not ready."""
    for command in commands:
        command()
    pgconn.pipeline_sync()
    yield from send(pgconn)
    results = []
    for _ in commands:
        results += yield from fetch_many(pgconn)
    yield from fetch_many(pgconn)
    return results
