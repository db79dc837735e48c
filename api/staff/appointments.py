"""/api/staff/appointments: the centre's visits, booked, changed and moved on by the desk."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.appointment_filters import WORDS, CustomerAppointmentFilters
from api.kit.appointments import AppointmentVerb, changed, now
from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import ListView, nothing_of
from api.kit.serializers import IdField, MomentField
from api.kit.shapes.appointment import (
    AppointmentChangeShape,
    WorkAppointmentChangeShape,
    WorkAppointmentShape,
)
from api.kit.shapes.booking import AmendBody, BookingBody
from api.kit.shapes.party import PartyBody
from api.kit.verbs import SeenBody, telling
from workshop.jobs import services as jobs
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.models import Appointment as AppointmentRow
from workshop.scheduling.selectors import listed, view, views, worked_on_by
from workshop.scheduling.services.visit import LONGEST, SHORTEST

PERMISSION = {
    "GET": "read:assigned_appointments",
    "POST": "manage:appointments",
    "PUT": "manage:appointments",
}


class DeskBookingBody(PartyBody, BookingBody):
    """A visit of a customer, by id or new, with a vehicle, by id or new; without a start it is for now."""

    duration = serializers.IntegerField(
        min_value=SHORTEST, max_value=LONGEST, required=False, help_text="Minutes, instead of the services'."
    )
    scheduled_start = MomentField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values as `book_at_desk` takes them."""
        attrs = super().validate(attrs)
        return attrs | {"lines": attrs.pop("services"), "start": attrs.pop("scheduled_start", None)}


class DeskAmendBody(AmendBody):
    """Other words, another time, bay or technician; a status runs the verb that leads there."""

    bay_id = IdField()
    technician_id = IdField()
    status = serializers.ChoiceField(choices=WORDS)


class AssignVisitBody(SeenBody):
    """The technician, the bay, or both, for an appointment."""

    appointment_id = IdField()
    technician_id = IdField(required=False)
    bay_id = IdField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Return the values; something is assigned."""
        if not attrs.keys() & {"technician_id", "bay_id"}:
            raise serializers.ValidationError({"technician_id": ["Name a technician or a bay."]})
        return attrs


class Appointments(ListView):
    """The visits of one's centre; technicians see those that are given to them."""

    permission = PERMISSION
    queryset = nothing_of(AppointmentRow)
    filterset_class = CustomerAppointmentFilters
    ordering = ("-scheduled_start", "-id")

    @extend_schema(responses={200: WorkAppointmentShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the latest first."""
        return self.page(listed(worked_on_by(request.actor)), lambda found: views(found, request.actor))

    @extend_schema(request=DeskBookingBody, responses={201: AppointmentChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Book one, for a customer of the centre or for somebody new."""
        body = DeskBookingBody(data=request.data)
        body.is_valid(raise_exception=True)
        actor = request.actor
        return run(
            request,
            lambda: services.book_at_desk(actor=actor, **body.validated_data),
            shape=lambda row: changed(row, actor),
            name="book_at_desk",
            status=201,
        )


class Assign(APIView):
    """Who does a visit, and where."""

    permission = "manage:appointments"

    @extend_schema(request=AssignVisitBody, responses={200: AppointmentChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Give a confirmed visit to a technician or a bay that is free and fits."""
        body = AssignVisitBody(data=request.data)
        body.is_valid(raise_exception=True)
        said, actor = body.validated_data, request.actor
        with telling(lambda: now(actor, said["appointment_id"])):
            return run(
                request,
                lambda: services.reschedule(actor=actor, **said),
                shape=lambda row: changed(row, actor),
                name="assign",
            )


class Appointment(APIView):
    """One visit of one's centre."""

    permission = PERMISSION

    @extend_schema(responses={200: WorkAppointmentChangeShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response({"appointment": _shown(request.actor, id)})

    @extend_schema(request=DeskAmendBody, responses={200: AppointmentChangeShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the fields given; a status runs the one verb that leads there, or answers 409."""
        actor = request.actor
        body = DeskAmendBody(_shown(actor, id), request.data)
        body.is_valid(raise_exception=True)
        with telling(lambda: now(actor, id)):
            return run(
                request,
                lambda: jobs.amend_appointment(actor=actor, appointment_id=id, **body.validated_data),
                shape=lambda row: changed(row, actor),
                name="amend_appointment",
            )


class RescheduleBody(SeenBody):
    """Another time, length, bay or technician; what is left out is kept, or chosen anew with another time."""

    duration = serializers.IntegerField(
        min_value=SHORTEST, max_value=LONGEST, required=False, help_text="Minutes."
    )
    scheduled_start = MomentField(required=False, source="start")
    bay_id = IdField(required=False)
    technician_id = IdField(required=False)


class CancelBody(SeenBody):
    """Why, for the record."""

    reason = serializers.CharField(max_length=240, required=False, allow_blank=True)


class Reschedule(AppointmentVerb):
    """Move a confirmed visit; the new time is taken before the old one is lost."""

    permission = "manage:appointments"
    body = RescheduleBody
    service = staticmethod(services.reschedule)


class Cancel(AppointmentVerb):
    """Cancel a visit that has not begun, and free its bay and technician."""

    permission = "manage:appointments"
    body = CancelBody
    service = staticmethod(services.cancel)


class MarkNoShow(AppointmentVerb):
    """Note that the customer did not come."""

    permission = "manage:appointments"
    service = staticmethod(services.mark_no_show)


def _shown(actor: Actor, id: UUID) -> dict[str, Any]:
    row = worked_on_by(actor).select_related("center").filter(pk=id).first()
    if row is None:
        raise NotFound()
    return view(row, actor)
