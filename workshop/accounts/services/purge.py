"""Forget tickets, codes and sign-in attempts that are past their time, and end sessions that nobody used."""

from axes.models import AccessAttempt
from django.conf import settings

from workshop.events.command import command
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now

from ..models import Device, SignInSession, SocketTicket
from .sessions import close

BATCH = 500


@command
def purge() -> dict[str, int]:
    """Tidy up what has expired; return how many of each."""
    at = real_now()
    tickets, _ = SocketTicket.objects.filter(expires_at__lt=at).delete()
    expired = SignInSession.objects.select_for_update(skip_locked=True, no_key=True).filter(
        ended_at__isnull=True, expires_at__lte=at
    )
    sessions = list(expired.order_by("id")[:BATCH])
    close(SYSTEM, sessions, SignInSession.EndReason.EXPIRED)
    devices, _ = Device.objects.filter(paired_at__isnull=True, code_expires_at__lte=at).delete()
    attempts, _ = AccessAttempt.objects.filter(attempt_time__lt=at - settings.AXES_COOLOFF_TIME).delete()
    return {"tickets": tickets, "sessions": len(sessions), "devices": devices, "attempts": attempts}
