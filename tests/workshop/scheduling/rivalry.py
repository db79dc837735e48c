"""What keeps bookings apart, switched off for a while, and what PostgreSQL counted meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from unittest.mock import patch

from django.db import connection

from workshop.scheduling.models import NO_OVERLAP, ResourceBooking

ALLOCATE = import_module("workshop.scheduling.services.allocate")
DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


def value(query: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(query)
        found: int = cursor.fetchone()[0]
        return found


@contextmanager
def without_locks() -> Iterator[None]:
    """Read resource rows without locking them."""
    with patch.object(ALLOCATE, "LOCKED", "SELECT id FROM scheduling_resource WHERE id = ANY(%s)"):
        yield


@contextmanager
def without_constraint() -> Iterator[None]:
    """Let the database take bookings that overlap, and forbid it again afterwards."""
    constraint = next(one for one in ResourceBooking._meta.constraints if one.name == NO_OVERLAP)
    with connection.schema_editor() as editor:
        editor.remove_constraint(ResourceBooking, constraint)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE scheduling_resourcebooking CASCADE")
        with connection.schema_editor() as editor:
            editor.add_constraint(ResourceBooking, constraint)
