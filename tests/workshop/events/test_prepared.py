"""Statements sent as one message, planned once for a connection."""

from typing import Any

import pytest
from django.db import DataError, OperationalError, ProgrammingError, connection, transaction

from workshop.events.models import StreamHead
from workshop.events.prepared import Asked, run

pytestmark = pytest.mark.django_db
DOUBLED = "SELECT %s::int * 2"
LIKE = "SELECT 'half' LIKE 'ha%%' AND %s"


def planned() -> dict[str, int]:
    """Return how often each statement that this connection holds was run."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans + custom_plans FROM pg_prepared_statements")
        return dict(cursor.fetchall())


def results(*asked: Asked) -> list[object]:
    return [value for result in run(*asked) for (value,) in result.rows]


def test_each_gives_its_result_in_order_and_is_planned_once() -> None:
    before = planned()
    for value in (1, 2, 3):
        assert results((DOUBLED, [value]), (LIKE, [True]), (DOUBLED, [10])) == [2 * value, True, 20]
    runs = {sql: count - before.get(sql, 0) for sql, count in planned().items()}
    assert next(count for sql, count in runs.items() if "int * 2" in sql) == 6


def test_what_comes_after_a_failure_is_not_run() -> None:
    with pytest.raises(ProgrammingError), transaction.atomic():
        results((DOUBLED, [1]), ("SELECT nothing FROM nowhere", []), (DOUBLED, [2]))
    with pytest.raises(Exception, match="division by zero"), transaction.atomic():
        results(("SELECT set_config('test.said', 'first', false)", []), ("SELECT 1 / %s::int", [0]))
    assert results(("SELECT current_setting('test.said', true)", [])) in ([None], [""])


def test_a_plan_outlives_the_transaction_that_made_it() -> None:
    sql = "SELECT %s::int * 3"
    with transaction.atomic():
        assert results((sql, [1])) == [3]
        transaction.set_rollback(True)
    assert results((sql, [2])) == [6]


def test_behind_a_pooler_nothing_is_planned_ahead(settings: Any) -> None:
    settings.DATABASE_PREPARED = False
    sql = "SELECT %s::int * 5"
    assert results((sql, [1]), (LIKE, [False])) == [5, False]
    assert not any("int * 5" in held for held in planned())


@pytest.mark.usefixtures("committed")
def test_the_transaction_ends_with_the_last_statement_when_told() -> None:
    insert = "INSERT INTO events_streamhead (stream, last, oldest, relayed) VALUES (%s, 1, 1, 0)"
    with transaction.atomic():
        run((insert, ["kept"]), commit=True)
        transaction.set_rollback(True)
    with transaction.atomic():
        run((insert, ["lost"]))
        transaction.set_rollback(True)
    assert [head.stream for head in StreamHead.objects.all()] == ["kept"]


@pytest.mark.usefixtures("committed")
def test_a_failure_leaves_no_commit_behind() -> None:
    insert = "INSERT INTO events_streamhead (stream, last, oldest, relayed) VALUES (%s, 1, 1, 0)"
    with pytest.raises(DataError, match="division by zero"), transaction.atomic():
        run((insert, ["lost"]), ("SELECT 1 / %s::int", [0]), commit=True)
    assert not StreamHead.objects.exists()
    assert results((DOUBLED, [4])) == [8], "the connection goes on"


@pytest.mark.usefixtures("committed")
def test_a_connection_that_ended_is_refused_and_the_next_one_plans_anew() -> None:
    assert results((DOUBLED, [1])) == [2]
    assert connection.is_usable()
    end_own_connection()
    assert not connection.is_usable()
    with pytest.raises(OperationalError):
        results((DOUBLED, [2]))
    connection.close()
    assert results((DOUBLED, [3])) == [6]


@pytest.mark.usefixtures("committed")
def test_a_request_does_not_get_a_connection_that_ended() -> None:
    held = connection.settings_dict["CONN_HEALTH_CHECKS"]
    connection.settings_dict["CONN_HEALTH_CHECKS"] = True
    try:
        connection.close()
        assert results((DOUBLED, [1])) == [2]
        end_own_connection()
        connection.close_if_unusable_or_obsolete()
        assert results((DOUBLED, [2])) == [4]
    finally:
        connection.settings_dict["CONN_HEALTH_CHECKS"] = held


def end_own_connection() -> None:
    """End this thread's connection from another one, as a restart of PostgreSQL does, and wait for the news."""
    (mine,) = results(("SELECT pg_backend_pid()", []))
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [mine])
    other.close()
