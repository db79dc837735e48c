"""Access links: what a person may follow or decide without signing in, and the browser sessions they open."""

from django.conf import settings
from django.db import models

from workshop.events.rows import Row, tracked


@tracked()
class AccessLink(Row):
    """A right to one visit, estimate or payment (`subject_id`). Its token is rebuilt from the id and `generation`."""

    class Kind(models.TextChoices):
        VISIT = "visit"
        ESTIMATE = "estimate"
        PAYMENT = "payment"

    kind = models.CharField(max_length=10, choices=Kind)
    subject_id = models.UUIDField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="access_links"
    )
    generation = models.PositiveIntegerField(default=1)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id", "person"], name="accesslink_unique")
        ]

    @property
    def scope(self) -> str:
        """Return what this link opens, e.g. `visit:<id>`."""
        return f"{self.kind}:{self.subject_id}"


@tracked()
class LinkSession(Row):
    """A browser in which a person exchanged links. It opens what its grants open as long as the links stand."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="link_sessions"
    )
    user_agent = models.CharField(max_length=200, blank=True, default="")
    ip_address = models.GenericIPAddressField(null=True, blank=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="linksession_by_expiry")]


@tracked()
class LinkGrant(Row):
    """One link exchanged in one browser, at the generation it had; a later generation ends it."""

    session = models.ForeignKey(LinkSession, on_delete=models.CASCADE, related_name="grants")
    link = models.ForeignKey(AccessLink, on_delete=models.CASCADE, related_name="grants")
    generation = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "link"], name="linkgrant_unique")]
