"""A socket ticket: the way from a session to one socket."""

from django.db import models

from workshop.kernel.clock import real_now
from workshop.kernel.ids import uuid7

from .device import Device
from .link import LinkSession
from .session import SignInSession


class SocketTicket(models.Model):
    """A right to open one socket for one session, used once. It lives for seconds, so it keeps no history."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(default=real_now, editable=False)
    session = models.ForeignKey(SignInSession, on_delete=models.CASCADE, null=True, related_name="tickets")
    link_session = models.ForeignKey(LinkSession, on_delete=models.CASCADE, null=True, related_name="tickets")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, null=True, related_name="tickets")
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(session__isnull=False, link_session__isnull=True, device__isnull=True)
                | models.Q(session__isnull=True, link_session__isnull=False, device__isnull=True)
                | models.Q(session__isnull=True, link_session__isnull=True, device__isnull=False),
                name="socketticket_one_holder",
            )
        ]
        indexes = [models.Index(fields=["expires_at"], name="socketticket_by_expiry")]
