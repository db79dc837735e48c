"""The loaded demo, once for this folder: it is looked at by many tests and changed by none."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from workshop.demo.loading import load
from workshop.demo.loading.world import World

A_FRIDAY = datetime(2026, 11, 20, 18, 45, tzinfo=UTC)
"""Past midnight at the demo's centres: already Saturday there."""


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The demo as loaded on a Friday night, rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(A_FRIDAY)
        transaction.set_rollback(True)
