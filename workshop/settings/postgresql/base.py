"""The backend that `ENGINE` names: moments are read by psycopg's compiled loader instead of Django's own in Python.

A tap reads some fifty moments, and reading them took a tenth of its time. And whether a kept connection still lives is
not asked of the server before each request: a connection that ended has said so.
"""

import select
from datetime import UTC
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection, adapters
from psycopg.adapt import AdaptersMap, Loader
from psycopg.pq import Format, TransactionStatus

# Without a connection it reads ISO texts into UTC, which is what every connection of ours is set to.
_compiled = adapters.get_loader(base.TIMESTAMPTZ_OID, Format.TEXT)(base.TIMESTAMPTZ_OID)  # type: ignore[misc]


class MomentLoader(Loader):
    """Reads `timestamptz` in text form as a moment in UTC."""

    timezone = UTC
    """What Django asks a loader, to know that it need not put its own in this one's place."""
    load = staticmethod(_compiled.load)


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's wrapper, whose connections read moments with MomentLoader."""

    def get_connection_params(self) -> dict[str, Any]:
        """Return psycopg's arguments for a new connection."""
        params: dict[str, Any] = super().get_connection_params()
        if "context" in params and self.timezone == UTC:
            params["context"] = AdaptersMap(params["context"])
            params["context"].register_loader("timestamptz", MomentLoader)
        return params

    def is_usable(self) -> bool:
        """Return whether the connection lives; an idle one that heard nothing does, any other is asked."""
        held = self.connection
        if held is not None and _idle(held) and not _heard(held.fileno()):
            return True
        usable: bool = super().is_usable()
        return usable


def _idle(held: Connection[Any]) -> bool:
    return held.pgconn.transaction_status == TransactionStatus.IDLE


def _heard(socket: int) -> bool:
    """Return whether something waits to be read, be it the end."""
    waiting = select.poll()
    waiting.register(socket, select.POLLIN)
    return bool(waiting.poll(0))
