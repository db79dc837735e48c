"""GET /api/public/service-centers/{id}/availability: what is free there, for anybody."""

from typing import Any, ClassVar
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest, SessionTokenAuthentication
from api.kit.shapes.availability import ASKED, AvailabilityShape, asked, availability_shape
from api.kit.visitors import visitor_key
from workshop.scheduling.availability import Asker, availability

ENDED = {"401": "The session that the token is of has ended"}
VEHICLE = OpenApiParameter(
    "vehicle_id", OpenApiTypes.UUID, description="One's own vehicle: what its visits lie across is not free."
)


class AskedVehicleBody(serializers.Serializer[Any]):
    """For which vehicle it is asked."""

    vehicle_id = serializers.UUIDField(required=False)


class CenterAvailability(APIView):
    """The slots of an approved centre for one or several services at once."""

    permission = "public"
    authentication_classes = [SessionTokenAuthentication]
    refusals: ClassVar[dict[str, str]] = ENDED
    throttle_scope = "search"

    @extend_schema(parameters=[*ASKED, VEHICLE], responses={200: AvailabilityShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the earliest slots and the days with theirs; a slot that is shown can be booked now."""
        body = AskedVehicleBody(data=request.query_params)
        body.is_valid(raise_exception=True)
        asker = Asker(request.actor, visitor_key(request._request), body.validated_data.get("vehicle_id"))
        found = availability(id, **asked(request.query_params), asker=asker)
        return Response(availability_shape(found), headers={"Cache-Control": "no-store"})
