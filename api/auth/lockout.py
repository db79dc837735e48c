"""Lockout: eight wrong passwords for one email from one address close that door for ten minutes."""

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest

from api.kit.origin import address
from workshop.accounts.models.user import normal_email
from workshop.kernel.clock import real_now
from workshop.kernel.errors import TooMany


def client_address(request: HttpRequest) -> str | None:
    """Return the address that attempts are counted by (AXES_CLIENT_IP_CALLABLE)."""
    return address(request) or None


def begin_attempt(request: HttpRequest, email: str) -> None:
    """Count an attempt before its password is looked at, so that a hundred at once are not a hundred guesses.

    Raises TooMany `locked_out`.
    """
    credentials = {"email": normal_email(email)}
    if not AxesProxyHandler.is_allowed(request, credentials):
        raise _locked_out(request, email)
    AxesProxyHandler.user_login_failed(sender=__name__, credentials=credentials, request=request)
    if AxesProxyHandler.get_failures(request, credentials) > settings.AXES_FAILURE_LIMIT:
        raise _locked_out(request, email)


def forgive(request: HttpRequest, email: str) -> None:
    """Forget the attempts of somebody who knew the password."""
    AccessAttempt.objects.filter(username=normal_email(email), ip_address=client_address(request)).delete()


def _locked_out(request: HttpRequest, email: str) -> TooMany:
    last = (
        AccessAttempt.objects.filter(username=normal_email(email), ip_address=client_address(request))
        .order_by("-attempt_time")
        .values_list("attempt_time", flat=True)
        .first()
    )
    since = real_now() - (last or real_now())
    wait = max(1, int((settings.AXES_COOLOFF_TIME - since).total_seconds()))
    return TooMany("locked_out", "Too many wrong passwords for this email.", retry_after=wait)
