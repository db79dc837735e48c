"""Rows read and written by statements made once are the ORM's own."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import connection, models

from tests.cast import cast, open_job
from workshop.events.statements import Writes, select
from workshop.jobs.models import JobCard, Promise, Step, WorkItem

pytestmark = pytest.mark.django_db


def columns(row: models.Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.mark.parametrize("model", [JobCard, WorkItem, Step, Promise])
def test_a_row_read_is_the_row_that_the_orm_reads(model: type[models.Model]) -> None:
    open_job(cast().home)
    expected = list(model._default_manager.order_by("id"))
    assert expected

    found = select(model, "true ORDER BY id", ())

    assert [columns(row) for row in found] == [columns(row) for row in expected]
    assert not any(row.get_deferred_fields() for row in found)
    assert found == expected, "each is the same row"
    assert not any(row._state.adding for row in found)


def test_a_row_read_can_be_followed_and_saved() -> None:
    sheet = open_job(cast().home)
    (step,) = select(Step, "id = %s", (sheet.steps[0].id,))
    assert step.job == sheet.job
    step.notes = "Rust on the drain plug."
    step.save()
    assert Step.objects.get(pk=step.pk).notes == "Rust on the drain plug."


def test_only_the_columns_that_are_named_are_written() -> None:
    sheet = open_job(cast().home)
    (step,) = select(Step, "id = %s", (sheet.steps[0].id,))
    step.notes, step.name = "Rust on the drain plug.", "Something else"
    writes = Writes()
    writes.update(step, {"notes"})
    writes.send()
    kept = Step.objects.get(pk=step.pk)
    assert (kept.notes, kept.name) == ("Rust on the drain plug.", sheet.steps[0].name)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2024, 2, 29, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        datetime(1899, 12, 31, 23, 59, tzinfo=UTC),
        datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Asia/Kolkata", "America/St_Johns"])
def test_a_moment_is_read_as_it_was_written(moment: datetime, zone: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, true)", [zone])
        cursor.execute("SELECT %s::timestamptz", [moment])
        (found,) = cursor.fetchone()
    assert found == moment
    assert found.tzinfo is UTC
