"""/api/technicians/transports: what a driver collects and returns at a centre, and how each drive goes.

A driver is a member of staff or a technician with the flag; both hold the permissions named here, and the flag is
asked by the policies.
"""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.centers import CENTER, asked_center
from api.kit.shapes.files import FileShape
from api.kit.shapes.transport import (
    FailTransportBody,
    FinishTransportBody,
    TripsChangeShape,
    TripsDocumentShape,
)
from api.kit.verbs import Now, Verb
from workshop.kernel.actor import Actor
from workshop.scheduling import services
from workshop.scheduling.models import Appointment
from workshop.scheduling.selectors import driven_by, photos_of_transport
from workshop.scheduling.trips import trip_now, trip_of, trips_document


class Trips(APIView):
    """One's own drives."""

    permission = "read:assigned_appointments"

    @extend_schema(parameters=[CENTER], responses={200: TripsDocumentShape})
    def get(self, request: ActedRequest) -> Response:
        """Read those to come and today's."""
        return Response(trips_document(request.actor, asked_center(request)))


class _OwnDrive(Verb):
    permission = "update:service_progress"
    names = "transport_id"
    answer = TripsChangeShape

    def shape(self, actor: Actor, result: Appointment) -> dict[str, Any]:
        """Return the drives of the appointment that are one's own."""
        return {"trips": trip_of(actor, appointment_id=result.id)}

    def now(self, actor: Actor, id: UUID) -> Now | None:
        """Return the drive as it is now."""
        found = trip_now(actor, id)
        return None if found is None else Now({"trips": [found]}, found)


class SetOut(_OwnDrive):
    """Set out: the customer sees it at once."""

    service = staticmethod(services.set_out)


class Finish(_OwnDrive):
    """Note that vehicle and keys were handed over."""

    body = FinishTransportBody
    service = staticmethod(services.finish)


class Fail(_OwnDrive):
    """Note that it did not work out, and why."""

    body = FailTransportBody
    service = staticmethod(services.fail)


class TransportPhotos(APIView):
    """The pictures that one took oneself when a vehicle was handed over."""

    permission = "read:assigned_appointments"

    @extend_schema(responses={200: FileShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them in order, with links that end."""
        return Response(photos_of_transport(driven_by(request.actor), id))
