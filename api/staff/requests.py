"""POST /api/staff/appointments/{id}/{accept,propose,reject,undo}: the desk's answers to a request, and its pictures."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.appointments import AppointmentVerb
from api.kit.auth import ActedRequest
from api.kit.serializers import IdField, MomentField
from api.kit.shapes.files import FileShape
from api.kit.verbs import SeenBody
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.selectors import photos_of, worked_on_by
from workshop.scheduling.services.visit import LONGEST, SHORTEST


class _TimeBody(SeenBody):
    duration = serializers.IntegerField(
        min_value=SHORTEST, max_value=LONGEST, required=False, help_text="Minutes it will take."
    )
    bay_id = IdField(required=False)
    technician_id = IdField(required=False)


class AcceptBody(_TimeBody):
    """One of the times asked for, the first unless said; how long it takes; a bay or technician, else any that fits."""

    scheduled_start = MomentField(required=False, source="start")


class ProposeBody(_TimeBody):
    """Another time, and words to go with it."""

    scheduled_start = MomentField(source="start")
    message = serializers.CharField(max_length=500, required=False, allow_blank=True)


class RejectRequestBody(SeenBody):
    """Why, for the customer to read."""

    reason = serializers.CharField(max_length=240)


class Accept(AppointmentVerb):
    """Confirm a request at a time that was asked for."""

    permission = "manage:appointments"
    body = AcceptBody
    service = staticmethod(services.accept)


class Propose(AppointmentVerb):
    """Propose another time for a request; it is held until the customer answers."""

    permission = "manage:appointments"
    body = ProposeBody
    service = staticmethod(services.propose)


class Reject(AppointmentVerb):
    """Reject a request."""

    permission = "manage:appointments"
    body = RejectRequestBody
    service = staticmethod(services.reject)


class UndoAnswer(AppointmentVerb):
    """Take back one's own answer to a request within ten seconds; the customer is not told of either."""

    permission = "manage:appointments"
    service = staticmethod(services.undo_answer)


class Photos(APIView):
    """The pictures that came with a request."""

    permission = "read:assigned_appointments"

    @extend_schema(responses={200: FileShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them in order, with links that end."""
        if not worked_on_by(request.actor).filter(pk=id).exists():
            raise NotFound()
        return Response(photos_of(id))
