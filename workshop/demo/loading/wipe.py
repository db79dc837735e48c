"""Empties the database of the demo, as the owner of its tables, for the application may not."""

import psycopg
from django.apps import apps
from django.conf import settings
from psycopg import sql

from workshop.kernel.errors import Conflict, Forbidden
from workshop.settings.env import env

KEPT = {"contenttypes", "auth"}
"""Apps whose rows come from migrations."""
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
    tables = sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.app_label not in KEPT
    )
    names = sql.SQL(", ").join(sql.Identifier(table) for table in tables)
    try:
        with psycopg.connect(owner) as connection:
            connection.execute(sql.SQL("SET lock_timeout = {}").format(sql.Literal(PATIENCE)))
            connection.execute(sql.SQL("TRUNCATE {}").format(names))
    except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected) as error:
        raise Conflict(
            "database_busy", "Somebody is writing to the demo.", next="Try again in a moment."
        ) from error
