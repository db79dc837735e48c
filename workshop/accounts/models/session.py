"""A sign-in session: the family of refresh tokens of one sign-in."""

from django.conf import settings
from django.db import models

from workshop.events.rows import Row, tracked


@tracked()
class SignInSession(Row):
    """One sign-in on one device. Its refresh token is rebuilt from the id and `generation`, so none is stored."""

    class Kind(models.TextChoices):
        STAFF = "staff"
        TECHNICIAN = "technician"
        CUSTOMER = "customer"

    class EndReason(models.TextChoices):
        SIGNED_OUT = "signed_out"
        ENDED_BY_PERSON = "ended_by_person"
        REPLAYED = "replayed"
        EXPIRED = "expired"
        PASSWORD_CHANGED = "password_changed"  # noqa: S105
        DEACTIVATED = "deactivated"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sign_in_sessions"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    center_id = models.UUIDField(null=True, blank=True)
    generation = models.PositiveIntegerField(default=1)
    rotated_at = models.DateTimeField(null=True, blank=True)
    user_agent = models.CharField(max_length=200, blank=True, default="")
    ip_address = models.GenericIPAddressField(null=True, blank=True)
    last_used_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=20, choices=EndReason, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, end_reason="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(end_reason="")),
                name="signinsession_end_has_reason",
            )
        ]
        indexes = [
            models.Index(
                fields=["user"], condition=models.Q(ended_at__isnull=True), name="signinsession_open"
            ),
            models.Index(fields=["expires_at"], name="signinsession_by_expiry"),
        ]
