"""GET /api/customers/appointments/{id}/availability: when a visit of one's own could be instead."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.shapes.availability import DAYS, AskedDaysBody, AvailabilityShape, availability_shape
from workshop.scheduling.availability import availability_to_move


class OwnAvailability(APIView):
    """The times that one's own visit can be moved to, or asked for anew."""

    permission = "read:own_appointments"

    @extend_schema(parameters=DAYS, responses={200: AvailabilityShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the earliest slots and the days with theirs; the visit itself is in nobody's way."""
        body = AskedDaysBody(data=request.query_params)
        body.is_valid(raise_exception=True)
        found = availability_to_move(request.actor, id, **body.validated_data)
        return Response(availability_shape(found), headers={"Cache-Control": "no-store"})
