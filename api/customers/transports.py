"""Collection and return of one's own vehicle, with a visit that is booked."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.appointments import AppointmentVerb
from api.kit.auth import ActedRequest
from api.kit.shapes.files import FileShape
from api.kit.shapes.transport import CancelTransportBody, PlanTransportBody, WindowsShape
from api.kit.transports import TransportVerb
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.selectors import owned_by, photos_of_transport, transports_of
from workshop.scheduling.trips import windows_of


class PlanOwnTransport(AppointmentVerb):
    """Have the vehicle collected or returned, or in another window."""

    permission = "manage:own_appointments"
    body = PlanTransportBody
    service = staticmethod(services.plan_transport)


class CancelOwnTransport(TransportVerb):
    """Cancel a collection or a return in time; the visit itself stands."""

    permission = "manage:own_appointments"
    body = CancelTransportBody
    service = staticmethod(services.cancel_transport)


class OwnWindows(APIView):
    """When the vehicle of a visit of one's own can be collected and returned."""

    permission = "read:own_appointments"

    @extend_schema(responses={200: WindowsShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the beginnings of the windows in which a driver is free."""
        found = owned_by(request.actor).select_related("center").filter(pk=id).first()
        if found is None:
            raise NotFound()
        return Response(windows_of(found, desk=False), headers={"Cache-Control": "no-store"})


class OwnTransportPhotos(APIView):
    """The pictures that the driver took when one's own vehicle was handed over."""

    permission = "read:own_appointments"

    @extend_schema(responses={200: FileShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them in order, with links that end."""
        return Response(photos_of_transport(transports_of(owned_by(request.actor)), id))
