"""The embedded servers start, keep what they were given through a kill, and start again."""

import os
import signal
import socket
import subprocess
from pathlib import Path

import psycopg
import pytest

from workshop.embedded import databases
from workshop.embedded.account import Account
from workshop.embedded.places import Places
from workshop.embedded.postgres import APPLICATION, OWNER, Postgres, url
from workshop.embedded.redis import Redis
from workshop.embedded.refusals import Refusal
from workshop.embedded.servers import Servers, plan_servers

from .launching import is_alive, wait_until


@pytest.fixture
def postgres(servers: Servers) -> Postgres:
    """A running cluster with its roles and a database."""
    assert servers.postgres is not None
    servers.postgres.create()
    servers.postgres.start()
    databases.prepare(servers.postgres, "pitlane")
    return servers.postgres


@pytest.fixture
def redis(servers: Servers) -> Redis:
    """A running server that keeps its data."""
    assert servers.redis is not None
    servers.redis.start()
    return servers.redis


def connect(server: Postgres, role: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(url(role, "pitlane", server.sockets), autocommit=True)


def ask(server: Redis, *words: str) -> bytes:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(os.fspath(server.socket))
        client.sendall((" ".join(words) + "\r\n").encode())
        return client.recv(1000)


def pid_of(server: Postgres | Redis) -> int:
    assert server.process is not None
    return server.process.pid


def test_the_owner_makes_tables_and_the_application_only_uses_them(postgres: Postgres) -> None:
    with connect(postgres, OWNER) as owner:
        owner.execute("CREATE TABLE visit (id bigint GENERATED ALWAYS AS IDENTITY, note text)")
    with connect(postgres, APPLICATION) as application:
        application.execute("INSERT INTO visit (note) VALUES ('first')")
        application.execute("UPDATE visit SET note = 'second'")
        assert application.execute("SELECT note FROM visit").fetchall() == [("second",)]
        application.execute("DELETE FROM visit")
        for forbidden in (
            "DROP TABLE visit",
            "TRUNCATE visit",
            "CREATE TABLE other (id int)",
            "CREATE DATABASE other",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(forbidden)


def test_neither_role_is_a_superuser(postgres: Postgres) -> None:
    rows = postgres.run_sql("SELECT rolname FROM pg_roles WHERE rolname LIKE 'pitlane%' AND rolsuper")
    assert rows == ""


def test_a_database_made_by_the_owner_serves_the_application_too(postgres: Postgres) -> None:
    with connect(postgres, OWNER) as owner:
        owner.execute("CREATE DATABASE pitlane_more")
    with psycopg.connect(url(OWNER, "pitlane_more", postgres.sockets)) as owner:
        owner.execute("CREATE TABLE visit (id int)")
    with psycopg.connect(url(APPLICATION, "pitlane_more", postgres.sockets)) as application:
        application.execute("INSERT INTO visit VALUES (1)")


def test_what_was_committed_survives_a_kill(postgres: Postgres) -> None:
    with connect(postgres, OWNER) as owner:
        owner.execute("CREATE TABLE visit (id int)")
        owner.execute("INSERT INTO visit VALUES (42)")
        os.kill(pid_of(postgres), signal.SIGKILL)
    postgres.start()
    with connect(postgres, OWNER) as owner:
        assert owner.execute("SELECT id FROM visit").fetchall() == [(42,)]


def test_a_server_left_behind_makes_room_for_the_next(postgres: Postgres) -> None:
    left = pid_of(postgres)
    again = Postgres(postgres.bin, postgres.data, postgres.sockets, postgres.log, postgres.account)
    try:
        again.start()
        assert pid_of(again) != left
        wait_until(lambda: not is_alive(left), 5, "the first server is gone")
    finally:
        again.stop()


def test_a_pid_file_of_another_program_does_not_hinder(postgres: Postgres) -> None:
    postgres.stop()
    with subprocess.Popen(["sleep", "100"], user=postgres.data.owner()) as other:
        (postgres.data / "postmaster.pid").write_text(f"{other.pid}\n{postgres.data}\n")
        postgres.start()
        assert postgres.run_sql("SELECT 1").strip() == "1"
        assert other.poll() is None
        other.kill()


def test_a_killed_server_that_nobody_collected_does_not_hinder(postgres: Postgres) -> None:
    os.kill(pid_of(postgres), signal.SIGKILL)
    again = Postgres(postgres.bin, postgres.data, postgres.sockets, postgres.log, postgres.account)
    try:
        again.start()
        assert again.run_sql("SELECT 1").strip() == "1"
    finally:
        again.stop()


def test_a_cluster_half_made_is_made_again(servers: Servers) -> None:
    assert servers.postgres is not None
    half = servers.postgres.data.with_name("pg.new")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    servers.postgres.create()
    servers.postgres.start()
    assert servers.postgres.run_sql("SELECT 1").strip() == "1"


def test_data_of_another_version_are_refused(servers: Servers) -> None:
    assert servers.postgres is not None
    servers.postgres.data.mkdir(parents=True)
    (servers.postgres.data / "PG_VERSION").write_text("12\n")
    with pytest.raises(Refusal, match="written by PostgreSQL 12"):
        servers.postgres.create()


def test_the_mark_lives_and_dies_with_its_database(postgres: Postgres) -> None:
    assert databases.read_mark(postgres, "pitlane") == ""
    databases.write_mark(postgres, "pitlane", "migrated 1")
    assert databases.read_mark(postgres, "pitlane") == "migrated 1"
    postgres.run_sql("DROP DATABASE pitlane")
    databases.prepare(postgres, "pitlane")
    assert databases.read_mark(postgres, "pitlane") == ""


def test_data_of_another_account_are_refused_before_anything_changes(places: Places, folder: Path) -> None:
    (folder / "pg").mkdir()
    owner = Account("somebody", os.geteuid() + 1, os.getegid())
    with pytest.raises(Refusal, match="run this as the person who made them"):
        plan_servers(places, owner, folder, places.log, {})
    assert not (folder / "run").exists()


def test_redis_keeps_its_queue_through_a_stop_and_a_kill(redis: Redis) -> None:
    ask(redis, "SET", "first", "1")
    redis.stop()
    redis.start()
    assert b"1" in ask(redis, "GET", "first")
    os.kill(pid_of(redis), signal.SIGKILL)
    redis.start()
    assert b"1" in ask(redis, "GET", "first")


def test_a_redis_left_behind_makes_room_for_the_next(redis: Redis, account: Account | None) -> None:
    left = pid_of(redis)
    again = Redis(redis.program, redis.data, redis.sockets, redis.log, account)
    try:
        again.start()
        wait_until(lambda: not is_alive(left), 5, "the first server is gone")
        assert again.answers()
    finally:
        again.stop()


def test_unreadable_redis_data_are_set_aside(redis: Redis) -> None:
    redis.stop()
    for path in redis.data.rglob("*.aof"):
        path.write_bytes(b"*3\r\nthis is no log of commands\r\n" * 100)
    redis.start()
    assert redis.answers()
    assert list(redis.data.parent.glob("redis.unreadable-*"))


def test_a_program_that_does_not_run_is_refused_in_a_sentence(servers: Servers, folder: Path) -> None:
    assert servers.redis is not None
    broken = folder / "valkey-server"
    broken.write_bytes(b"\x7fELF broken")
    broken.chmod(0o755)
    servers.redis.program = broken
    with pytest.raises(Refusal, match="does not run on this machine"):
        servers.redis.start()


def test_servers_named_by_the_environment_replace_ours(places: Places, account: Account | None) -> None:
    named = {"DATABASE_URL": "postgresql://db/pitlane", "REDIS_URL": "redis://db"}
    planned = plan_servers(places, account, places.var, places.log, named)
    assert (planned.postgres, planned.redis) == (None, None)
