"""POST /api/public/visits/{appointment}/{verb}: what a customer does with the visit that a link opened."""

from rest_framework.views import APIView

from api.customers import appointment_verbs as own
from api.customers import transports
from api.customers.availability import OwnAvailability
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


class PlanTransport(_ByLink, transports.PlanOwnTransport):
    """Have the vehicle collected or returned, or in another window."""


class CancelTransport(_ByLink, transports.CancelOwnTransport):
    """Cancel a collection or a return in time; the visit itself stands."""


class Availability(_ByLink, OwnAvailability):
    """The times that the visit can be moved to."""


class Windows(_ByLink, transports.OwnWindows):
    """When the vehicle can be collected and returned."""


class TransportPhotos(_ByLink, transports.OwnTransportPhotos):
    """The pictures that the driver took at the hand-over."""
