"""The loaded demo, once for this folder: it is looked at by many tests and changed by none."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from workshop.demo.loading import load
from workshop.demo.loading.world import World

A_THURSDAY = datetime(2026, 11, 19, 18, 45, tzinfo=UTC)
"""Past midnight at the demo's centres: already Friday there, which has a late shift and a short Saturday behind it."""
NOW = datetime(2026, 11, 20, 8, 20, tzinfo=UTC)
"""Ten to two on that Friday at the centres."""


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The demo as loaded on a Thursday night, rolled back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(A_THURSDAY)
        transaction.set_rollback(True)
