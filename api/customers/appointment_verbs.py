"""POST /api/customers/appointments/{id}/{verb}: what a customer does with an appointment of their own."""

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.appointments import AppointmentVerb
from api.kit.auth import ActedRequest
from api.kit.serializers import MomentField
from api.kit.shapes.files import FileShape
from api.kit.verbs import SeenBody
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.calendar_file import calendar_file
from workshop.scheduling.models import Appointment
from workshop.scheduling.selectors import owned_by, photos_of
from workshop.scheduling.services.hold import MOST_WISHES


class CancelOwnBody(SeenBody):
    """Why, and that the fee for cancelling late is known where one is due."""

    reason = serializers.CharField(max_length=240, required=False, allow_blank=True)
    accept_fee = serializers.BooleanField(required=False, default=False)


class RescheduleOwnBody(SeenBody):
    """Another time."""

    scheduled_start = MomentField(source="start")


class AskAgainBody(SeenBody):
    """One to three other times that would suit."""

    wished_times = serializers.ListField(child=MomentField(), min_length=1, max_length=MOST_WISHES)


class CancelOwn(AppointmentVerb):
    """Cancel a visit of one's own before it begins, by the rules that were said when it was booked."""

    permission = "manage:own_appointments"
    body = CancelOwnBody
    service = staticmethod(services.cancel)


class RescheduleOwn(AppointmentVerb):
    """Move a visit of one's own to a time that is offered."""

    permission = "manage:own_appointments"
    body = RescheduleOwnBody
    service = staticmethod(services.reschedule)


class AcceptProposal(AppointmentVerb):
    """Confirm the time that the workshop proposed."""

    permission = "manage:own_appointments"
    service = staticmethod(services.accept_proposal)


class AskAgain(AppointmentVerb):
    """Ask for other times instead of the proposed one."""

    permission = "manage:own_appointments"
    body = AskAgainBody
    service = staticmethod(services.ask_again)


class OwnPhotos(APIView):
    """The pictures that went with one's own request."""

    permission = "read:own_appointments"

    @extend_schema(responses={200: FileShape(many=True)})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """List them in order, with links that end."""
        if not owned_by(request.actor).filter(pk=id).exists():
            raise NotFound()
        return Response(photos_of(id))


class CalendarFile(APIView):
    """A visit of one's own as a calendar entry."""

    permission = "read:own_appointments"

    @extend_schema(responses={(200, "text/calendar"): OpenApiTypes.STR})
    def get(self, request: ActedRequest, id: UUID) -> HttpResponse:
        """Download it (RFC 5545); the same entry each time, so that a newer one replaces it."""
        found: Appointment | None = owned_by(request.actor).select_related("center").filter(pk=id).first()
        if found is None:
            raise NotFound()
        return HttpResponse(
            calendar_file(found, written_at=real_now()),
            content_type="text/calendar; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="{found.number or "visit"}.ics"',
                "Cache-Control": "no-store",
            },
        )
