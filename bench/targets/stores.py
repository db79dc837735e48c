"""The stores of the bench: addresses from the environment, and an empty database for each target."""

import os
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


def owner_url() -> str:
    """Return the address of the database server, for a role that may create databases."""
    address = os.environ.get("DATABASE_OWNER_URL") or os.environ.get("DATABASE_URL")
    if not address:
        raise SystemExit("DATABASE_URL is not set. Start the bench with `make bench`.")
    return address


def application_url() -> str:
    """Return the address of the database server, for the role our processes connect as."""
    return os.environ.get("DATABASE_APP_URL") or owner_url()


def redis_url() -> str:
    """Return the address of Redis."""
    address = os.environ.get("REDIS_URL")
    if not address:
        raise SystemExit("REDIS_URL is not set. Start the bench with `make bench`.")
    return address


def with_database(address: str, name: str) -> str:
    """Return the address of another database of the same server."""
    return urlunsplit(urlsplit(address)._replace(path=f"/{name}"))


def empty_database(name: str) -> str:
    """Make a database anew and return its address."""
    address = owner_url()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return with_database(address, name)


def settle(database: str) -> None:
    """Vacuum and analyze a database that was just filled: a workshop lives in one that has been, and else
    PostgreSQL does it in the middle of a row."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def store_settings() -> dict[str, str]:
    """Return what of PostgreSQL's settings moves the figures."""
    names = ["server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers"]
    with psycopg.connect(owner_url()) as connection:
        found = connection.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [names])
        return dict(found.fetchall())


def deadlocks(database: str) -> float:
    """Return how many deadlocks a database has counted; sessions report theirs when they end."""
    with psycopg.connect(database) as connection:
        query = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
        (count,) = connection.execute(query).fetchone() or (0,)
    return float(count)
