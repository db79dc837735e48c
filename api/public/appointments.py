"""/api/public/appointments: a slot held while somebody types, then booked or sent as a request, without an account."""

from typing import Any, ClassVar
from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit import visitors
from api.kit.appointments import changed
from api.kit.auth import ActedRequest, SessionTokenAuthentication
from api.kit.command import run
from api.kit.serializers import IdField, MomentField, StrictSerializer
from api.kit.shapes.appointment import AppointmentChangeShape, SlotChangeShape
from api.kit.shapes.booking import NOTES, LineBody
from api.kit.shapes.customer import NewCustomerBody
from api.kit.shapes.link import VisitLinkShape, link_shape
from api.kit.shapes.transport import MOST_TRIPS, TripBody, WindowsShape
from api.kit.shapes.vehicle import VehicleBody
from api.kit.verbs import SeenBody
from workshop.scheduling import services
from workshop.scheduling.selectors import held_by, view
from workshop.scheduling.services.hold import MOST_WISHES
from workshop.scheduling.services.order import MOST_SERVICES
from workshop.scheduling.trips import windows_of
from workshop.vehicles.models import Vehicle

ENDED = {"401": "The session that the token is of has ended"}
MOST_PHOTOS = 6


class SlotBody(StrictSerializer):
    """A start to hold, or for a symptom the times that would suit."""

    center_id = IdField()
    services = serializers.ListField(child=LineBody(), min_length=1, max_length=MOST_SERVICES)
    scheduled_start = MomentField(required=False)
    wished_times = serializers.ListField(child=MomentField(), required=False, max_length=MOST_WISHES)
    vehicle_kind = serializers.ChoiceField(choices=Vehicle.Kind.choices, required=False)
    technician_id = IdField(required=False, allow_null=True, default=None)
    wants_loaner = serializers.BooleanField(required=False, default=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values; either one start or wished times are given."""
        if ("scheduled_start" in attrs) == ("wished_times" in attrs):
            raise serializers.ValidationError(
                {"scheduled_start": ["Give either scheduled_start, or wished_times for a request."]}
            )
        return attrs


class PartyBody(StrictSerializer):
    """Who comes, with which vehicle; who is signed in names the vehicle only."""

    customer = NewCustomerBody(required=False)
    vehicle_id = IdField(required=False)
    vehicle = VehicleBody(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values as the services take them."""
        if "vehicle" in attrs and "vehicle_id" in attrs:
            raise serializers.ValidationError({"vehicle": ["Give either vehicle_id or vehicle."]})
        vehicle = attrs.pop("vehicle_id", None) or attrs.pop("vehicle", None)
        return attrs | ({"vehicle": vehicle} if vehicle else {})


class ConfirmBody(PartyBody):
    """Who comes, words for the workshop, and whether the vehicle is collected and returned."""

    notes = serializers.CharField(max_length=NOTES, required=False, allow_blank=True)
    transports = serializers.ListField(child=TripBody(), required=False, max_length=MOST_TRIPS)


class RequestBody(PartyBody):
    """Who comes, what is wrong in their words, and the pictures they uploaded."""

    concern = serializers.CharField(max_length=NOTES)
    photos = serializers.ListField(child=IdField(), required=False, max_length=MOST_PHOTOS)


class _Guest(APIView):
    """A view for who is signed in, or a browser by its cookie."""

    permission = "public"
    authentication_classes = [SessionTokenAuthentication]
    refusals: ClassVar[dict[str, str]] = ENDED

    def visitor(self, request: ActedRequest) -> str:
        """Return the key of this browser: who held a slot before signing in goes on with it."""
        return visitors.visitor_key(request._request)


class Appointments(_Guest):
    """Slots that are held."""

    throttle_scope = "hold"

    @extend_schema(request=SlotBody, responses={201: SlotChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Hold a slot for five minutes, or begin a request; what was held before is let go."""
        body = SlotBody(data=request.data)
        body.is_valid(raise_exception=True)
        said, actor = dict(body.validated_data), request.actor
        said["lines"] = said.pop("services")
        key = self.visitor(request)
        if actor.kind == "visitor":
            key = key or visitors.new_visitor_key()
        response = run(
            request,
            lambda: _hold(actor=actor, visitor=key, **said),
            shape=lambda row: changed(row, actor),
            name="hold",
            status=201,
        )
        if actor.kind == "visitor":
            visitors.keep(response, key)
        return response


class Appointment(_Guest):
    """A slot that one holds, or what became of it."""

    @extend_schema(responses={200: SlotChangeShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        found = held_by(request.actor, self.visitor(request), id)
        return Response({"appointment": view(found, request.actor)})


class Windows(_Guest):
    """When the vehicle of a slot that one holds can be collected and returned."""

    @extend_schema(responses={200: WindowsShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read the beginnings of the windows in which a driver is free."""
        found = held_by(request.actor, self.visitor(request), id)
        return Response(windows_of(found, desk=False), headers={"Cache-Control": "no-store"})


class Confirm(_Guest):
    """From held to booked."""

    @extend_schema(request=ConfirmBody, responses={200: AppointmentChangeShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Book what is held; without an account for whom the body names."""
        return _said(self, request, id, ConfirmBody, services.confirm)


class RequestVisit(_Guest):
    """From begun to requested."""

    @extend_schema(request=RequestBody, responses={200: AppointmentChangeShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Send it to the workshop, which answers within its time."""
        return _said(self, request, id, RequestBody, services.request_visit)


class Cancel(_Guest):
    """From held to free again."""

    @extend_schema(request=SeenBody, responses={200: SlotChangeShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Let a held slot go."""
        return _said(self, request, id, SeenBody, services.let_go)


class Link(_Guest):
    """The link to a visit, for the browser that booked it."""

    keyless = True
    throttle_scope = "link"

    @extend_schema(request=None, responses={200: VisitLinkShape})
    def post(self, request: ActedRequest, id: UUID) -> Response:
        """Make it; whoever has it follows, changes and cancels the visit."""
        visitor = self.visitor(request)
        return run(
            request,
            lambda: services.link_own_visit(actor=request.actor, appointment_id=id, visitor=visitor),
            shape=lambda link: link_shape(link, settings.PUBLIC_URL),
            name="link_own_visit",
        )


def _hold(*, wished_times: Any = None, scheduled_start: Any = None, **said: Any) -> Any:
    if wished_times is None:
        return services.hold(start=scheduled_start, **said)
    said.pop("technician_id")
    said.pop("wants_loaner")
    return services.hold_request(wished_times=wished_times, **said)


def _said(
    view: _Guest, request: ActedRequest, id: UUID, kind: type[StrictSerializer], service: Any
) -> Response:
    body = kind(data=request.data)
    body.is_valid(raise_exception=True)
    actor, visitor = request.actor, view.visitor(request)
    return run(
        request,
        lambda: service(actor=actor, appointment_id=id, visitor=visitor, **body.validated_data),
        shape=lambda row: changed(row, actor),
        name=service.__name__,
    )
