"""Collection and return of customers' vehicles, planned and followed at the desk."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.appointments import AppointmentVerb
from api.kit.auth import ActedRequest
from api.kit.shapes.files import FileShape
from api.kit.shapes.transport import (
    AssignDriverBody,
    CancelTransportBody,
    FailTransportBody,
    FinishTransportBody,
    PlanTransportAtDeskBody,
    WindowsShape,
)
from api.kit.transports import TransportVerb
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.selectors import photos_of_transport, transports_of, worked_on_by
from workshop.scheduling.trips import windows_of


class PlanTransport(AppointmentVerb):
    """Plan to collect or to return the vehicle of a visit, or in another window."""

    permission = "manage:appointments"
    body = PlanTransportAtDeskBody
    service = staticmethod(services.plan_transport)


class AssignDriver(TransportVerb):
    """Give a drive that is planned to another driver who is free."""

    permission = "manage:appointments"
    body = AssignDriverBody
    service = staticmethod(services.assign_driver)


class CancelTransport(TransportVerb):
    """Cancel a drive that is planned; the visit itself stands."""

    permission = "manage:appointments"
    body = CancelTransportBody
    service = staticmethod(services.cancel_transport)


class SetOut(TransportVerb):
    """Note for a driver that they set out."""

    permission = "manage:appointments"
    service = staticmethod(services.set_out)


class Finish(TransportVerb):
    """Note for a driver that vehicle and keys were handed over."""

    permission = "manage:appointments"
    body = FinishTransportBody
    service = staticmethod(services.finish)


class Fail(TransportVerb):
    """Note for a driver that it did not work out."""

    permission = "manage:appointments"
    body = FailTransportBody
    service = staticmethod(services.fail)


class Windows(APIView):
    """When the vehicle of a visit can be collected and returned, as the desk may plan it."""

    permission = "manage:appointments"

    @extend_schema(responses={200: WindowsShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the beginnings of the windows in which a driver is free."""
        found = worked_on_by(request.actor).select_related("center").filter(pk=id).first()
        if found is None or not request.actor.at_desk(found.center_id):
            raise NotFound()
        return Response(windows_of(found, desk=True), headers={"Cache-Control": "no-store"})


class TransportPhotos(APIView):
    """The pictures that a driver took when a vehicle was handed over."""

    permission = "read:all_appointments"

    @extend_schema(responses={200: FileShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them in order, with links that end."""
        return Response(photos_of_transport(transports_of(worked_on_by(request.actor)), id))
