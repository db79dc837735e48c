"""POST /api/public/visits/{appointment}/{verb}: what a customer does with the visit that a link opened."""

from rest_framework.views import APIView

from api.customers import appointment_verbs as own
from api.kit.auth import LinkCookieAuthentication


class _ByLink(APIView):
    permission = "link"
    authentication_classes = [LinkCookieAuthentication]


class Cancel(_ByLink, own.CancelOwn):
    """Cancel the visit before it begins, by the rules that were said when it was booked."""


class Reschedule(_ByLink, own.RescheduleOwn):
    """Move the visit to a time that is offered."""


class AcceptProposal(_ByLink, own.AcceptProposal):
    """Confirm the time that the workshop proposed."""


class AskAgain(_ByLink, own.AskAgain):
    """Ask for other times instead of the proposed one."""


class Photos(_ByLink, own.OwnPhotos):
    """The pictures that went with the request."""


class CalendarFile(_ByLink, own.CalendarFile):
    """The visit as a calendar entry."""
