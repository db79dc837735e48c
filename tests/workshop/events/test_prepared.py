"""Statements sent as one message, planned once for a connection."""

from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

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
