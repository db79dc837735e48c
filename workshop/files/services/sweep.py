"""Forget files that nothing was made of, and bytes that belong to none."""

from datetime import datetime
from itertools import islice

from django.conf import settings
from django.db.models import Q

from workshop.events.command import command
from workshop.kernel.clock import real_now

from .. import storage
from ..models import StoredFile
from ..selectors import names_in_use

BATCH = 500


def sweep(*, at: datetime | None = None, batch: int = BATCH) -> dict[str, int]:
    """Forget what was deleted, what nobody attached for a day, and bytes without a row; return how many of each.

    It is no command: the bytes go only after their rows are gone for good. Raises Unavailable `storage_unavailable`.
    """
    limit = (at or real_now()) - settings.FILES_UNATTACHED_FOR
    files = 0
    while names := forget_files(before=limit, most=batch):
        storage.remove(names)
        files += len(names) // 2
    return {"files": files, "orphans": _remove_orphans(limit, batch)}


@command
def forget_files(*, before: datetime, most: int) -> list[str]:
    """Delete the rows of some files that are past their time; return the names of their bytes."""
    unused = Q(subject="", created_at__lt=before) | Q(deleted_at__isnull=False)
    rows = list(StoredFile.objects.select_for_update(skip_locked=True).filter(unused).order_by("id")[:most])
    StoredFile.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return [name for row in rows for name in (row.storage_name, row.thumbnail_name)]


def _remove_orphans(limit: datetime, most: int) -> int:
    """Delete bytes whose command never committed. While they are young, it still may."""
    removed = 0
    names = iter(storage.all_names())
    while batch := list(islice(names, most)):
        used = names_in_use(batch)
        orphans = list(storage.written_before((name for name in batch if name not in used), limit))
        storage.remove(orphans)
        removed += len(orphans)
    return removed
