"""GET /api/staff/calendar and /api/staff/availability: the days of a centre, and what is free on them for the desk."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.auth import ActedRequest
from api.kit.centers import CENTER, asked_center
from api.kit.shapes.availability import ASKED, AvailabilityShape, asked, availability_shape
from api.kit.shapes.documents import CalendarDocumentShape
from workshop.kernel.errors import NotFound
from workshop.scheduling.availability import availability
from workshop.scheduling.calendar import calendar_document
from workshop.scheduling.services.visit import LONGEST, SHORTEST

DAYS = [
    OpenApiParameter("from", OpenApiTypes.DATE, description="The first day; today unless told otherwise."),
    OpenApiParameter("to", OpenApiTypes.DATE, description="The last day, at most 14 in all."),
]
DESK = [
    OpenApiParameter("bay", OpenApiTypes.UUID, description="Only with this bay."),
    OpenApiParameter("technician", OpenApiTypes.UUID, description="Only with this technician."),
    OpenApiParameter("duration", int, description="Minutes, instead of what the services take."),
    OpenApiParameter("appointment", OpenApiTypes.UUID, description="To be moved: its own bookings are free."),
]


class DaysBody(serializers.Serializer[Any]):
    """Which days are asked for."""

    def get_fields(self) -> dict[str, Any]:
        """Return the fields, whose names are words of Python."""
        return {
            "from": serializers.DateField(required=False, source="first"),
            "to": serializers.DateField(required=False, source="last"),
        }


class DeskBody(serializers.Serializer[Any]):
    """With whom, how long and besides what a visit is to be."""

    bay = serializers.UUIDField(required=False)
    technician = serializers.UUIDField(required=False)
    duration = serializers.IntegerField(min_value=SHORTEST, max_value=LONGEST, required=False)
    appointment = serializers.UUIDField(required=False)


class Calendar(APIView):
    """Days of a centre with bays, technicians' hours, appointments and requests."""

    permission = "read:all_appointments"

    @extend_schema(parameters=[CENTER, *DAYS], responses={200: CalendarDocumentShape})
    def get(self, request: ActedRequest) -> Response:
        """Read them."""
        days = DaysBody(data=request.query_params)
        days.is_valid(raise_exception=True)
        return Response(calendar_document(request.actor, asked_center(request), **days.validated_data))


class DeskAvailability(APIView):
    """What the desk can book: with no notice, on days that are full for customers, with a bay or technician."""

    permission = "manage:appointments"

    @extend_schema(parameters=[CENTER, *ASKED, *DESK], responses={200: AvailabilityShape})
    def get(self, request: ActedRequest) -> Response:
        """Read the earliest slots and the days with theirs."""
        center_id = asked_center(request)
        if not request.actor.at_desk(center_id):
            raise NotFound()
        body = DeskBody(data=request.query_params)
        body.is_valid(raise_exception=True)
        said = dict(body.validated_data)
        named = frozenset(said[name] for name in ("bay", "technician") if name in said)
        found = availability(
            center_id,
            **asked(request.query_params),
            desk=True,
            named=named,
            duration=said.get("duration"),
            besides=said.get("appointment"),
        )
        return Response(availability_shape(found), headers={"Cache-Control": "no-store"})
