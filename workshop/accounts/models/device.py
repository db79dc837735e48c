"""A wall screen that is paired with a centre by a code, and may only look."""

from django.db import models

from workshop.events.rows import Row, tracked


@tracked(exclude=["code"])
class Device(Row):
    """A screen: it shows `code`, the desk confirms that for a centre (`center_id`), and it follows the floor."""

    name = models.CharField(max_length=80, blank=True, default="")
    code = models.CharField(max_length=6, blank=True, default="")
    code_expires_at = models.DateTimeField()
    center_id = models.UUIDField(null=True, blank=True)
    paired_by = models.UUIDField(null=True, blank=True)
    paired_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    user_agent = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~models.Q(code=""), name="device_code_unique"),
            models.CheckConstraint(
                condition=models.Q(paired_at__isnull=True) | models.Q(center_id__isnull=False),
                name="device_paired_with_a_center",
            ),
        ]
        indexes = [models.Index(fields=["center_id"], name="device_by_center")]
