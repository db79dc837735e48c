"""GET /api/public/service-centers/{id}/availability: what is free there, for anybody."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, VisitorAuthentication
from api.kit.shapes.availability import ASKED, AvailabilityShape, asked, availability_shape
from workshop.scheduling.availability import availability


class CenterAvailability(APIView):
    """The slots of an approved centre for one or several services at once."""

    permission = "public"
    authentication_classes = [VisitorAuthentication]
    throttle_scope = "search"

    @extend_schema(parameters=ASKED, responses={200: AvailabilityShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the earliest slots and the days with theirs; a slot that is shown can be booked now."""
        found = availability(id, **asked(request.query_params))
        return Response(availability_shape(found), headers={"Cache-Control": "no-store"})
