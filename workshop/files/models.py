"""The files that are kept, and what each is attached to."""

from django.conf import settings
from django.db import models

from workshop.events.rows import Row, tracked


@tracked()
class StoredFile(Row):
    """A file as it was encoded here: `bytes` long, `sha256` in hex, under random names in the storage of uploads.

    It was uploaded by a person or, without an account, under a `visitor_key`. Until a command attaches it to its
    `subject` (e.g. `appointment:<id>`) it is nobody's, and it is forgotten after a day.
    """

    class Kind(models.TextChoices):
        IMAGE = "image"

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.IMAGE)
    content_type = models.CharField(max_length=40)
    bytes = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    storage_name = models.CharField(max_length=60)
    thumbnail_name = models.CharField(max_length=60)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="files"
    )
    visitor_key = models.CharField(max_length=60, blank=True, default="")
    subject = models.CharField(max_length=80, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["storage_name"], name="storedfile_storage_name_unique"),
            models.UniqueConstraint(fields=["thumbnail_name"], name="storedfile_thumbnail_name_unique"),
            models.UniqueConstraint(
                fields=["subject", "position"],
                condition=~models.Q(subject="") & models.Q(deleted_at__isnull=True),
                name="storedfile_position_unique",
                violation_error_code="files_changed",
                violation_error_message="Other files were attached at the same moment.",
            ),
            models.CheckConstraint(
                condition=models.Q(uploaded_by__isnull=True) | models.Q(visitor_key=""),
                name="storedfile_one_uploader",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=models.Q(subject="") | models.Q(deleted_at__isnull=False),
                name="storedfile_to_sweep",
            )
        ]
