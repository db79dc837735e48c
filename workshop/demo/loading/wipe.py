"""Empties the database of the demo, as the owner of its tables, for the application may not."""

import psycopg
from django.conf import settings
from psycopg import sql

from workshop.kernel.errors import Conflict, Forbidden
from workshop.settings.env import env

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
KEPT = {"django_migrations", "django_content_type", "auth_permission"}
"""Tables whose rows come from migrations."""
PATIENCE = "5s"


def wipe() -> None:
    """Empty every table. Raises Forbidden outside the demo, and Conflict `database_busy` or `no_owner`."""
    if not settings.DEMO:
        raise Forbidden("not_the_demo", "Only the database of the demo is ever emptied.")
    owner = env.str("DATABASE_OWNER_URL", default="")
    if not owner:
        raise Conflict(
            "no_owner",
            "The owner of the database is not known here.",
            next="Set DATABASE_OWNER_URL to its address.",
        )
    try:
        with psycopg.connect(owner) as connection:
            connection.execute(sql.SQL("SET lock_timeout = {}").format(sql.Literal(PATIENCE)))
            tables = [name for (name,) in connection.execute(TABLES) if name not in KEPT]
            names = sql.SQL(", ").join(map(sql.Identifier, tables))
            connection.execute(sql.SQL("TRUNCATE {}").format(names))
    except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected) as error:
        raise Conflict(
            "database_busy", "Somebody is writing to the demo.", next="Try again in a moment."
        ) from error
