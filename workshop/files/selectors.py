"""Reads of files. A file shows itself to its uploader, and to whoever was given its link."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from workshop.kernel.actor import Actor

from .models import StoredFile


def kept() -> QuerySet[StoredFile]:
    """Return the files that were not deleted."""
    return StoredFile.objects.filter(deleted_at__isnull=True)


def uploaded_by(actor: Actor, visitor_key: str) -> QuerySet[StoredFile]:
    """Return the files that the actor uploaded, as this person or, without an account, in this browser."""
    mine = Q(pk__in=[])
    if actor.kind == "person":
        mine |= Q(uploaded_by=actor.id)
    if visitor_key:
        mine |= Q(visitor_key=visitor_key)
    if actor.kind == "system":
        mine |= Q(uploaded_by=None, visitor_key="")
    return kept().filter(mine)


def attached_to(subject: str) -> QuerySet[StoredFile]:
    """Return the files that are attached to a subject, in their order."""
    return kept().filter(subject=subject).order_by("position")


def names_in_use(names: Collection[str]) -> set[str]:
    """Return those of these storage names that belong to a file, deleted ones too."""
    rows = StoredFile.objects.all()
    full = rows.filter(storage_name__in=names).values_list("storage_name", flat=True)
    thumbnails = rows.filter(thumbnail_name__in=names).values_list("thumbnail_name", flat=True)
    return {*full, *thumbnails}
