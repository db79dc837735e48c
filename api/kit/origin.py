"""Where a request came from: the address and the browser, for the audit trail, lockout and limits."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest

from workshop.kernel.actor import Origin


def address(request: HttpRequest) -> str:
    """Return the client's IP address, an empty text when it has none (a Unix socket).

    Only as many entries of X-Forwarded-For are believed, from the right, as there are proxies of ours in front.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
        found = hops[-min(settings.TRUSTED_PROXIES, len(hops))] if hops else found
    try:
        return str(ipaddress.ip_address(found))
    except ValueError:
        return ""


def origin(request: HttpRequest) -> Origin:
    """Return the origin that a command signs its history with."""
    return Origin(address(request), request.META.get("HTTP_USER_AGENT", "")[:200].replace("\0", ""))
