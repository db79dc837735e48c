"""/api/customers/appointments: one's own appointments."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from api.kit.appointment_filters import AppointmentFilters
from api.kit.appointments import changed, now
from api.kit.auth import ActedRequest
from api.kit.command import run
from api.kit.lists import ListView, nothing_of
from api.kit.serializers import IdField, MomentField
from api.kit.shapes.appointment import AppointmentChangeShape, AppointmentShape
from api.kit.shapes.booking import AmendBody, BookingBody
from api.kit.verbs import telling
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.scheduling import services
from workshop.scheduling.models import Appointment as AppointmentRow
from workshop.scheduling.selectors import listed, owned_by, view, views

PERMISSION = {
    "GET": "read:own_appointments",
    "POST": "manage:own_appointments",
    "PUT": "manage:own_appointments",
    "DELETE": "manage:own_appointments",
}


class OwnBookingBody(BookingBody):
    """A visit of one of one's own vehicles."""

    vehicle_id = IdField()
    scheduled_start = MomentField()


class Appointments(ListView):
    """One's own appointments."""

    permission = PERMISSION
    queryset = nothing_of(AppointmentRow)
    filterset_class = AppointmentFilters
    ordering = ("-scheduled_start", "-id")

    @extend_schema(responses={200: AppointmentShape(many=True)})
    def get(self, request: ActedRequest) -> Response:
        """List them, the latest first."""
        return self.page(listed(owned_by(request.actor)), lambda found: views(found, request.actor))

    @extend_schema(request=OwnBookingBody, responses={201: AppointmentChangeShape})
    def post(self, request: ActedRequest) -> Response:
        """Book one, all or nothing; a start that was taken answers 409 with the next free ones."""
        body = OwnBookingBody(data=request.data)
        body.is_valid(raise_exception=True)
        said = dict(body.validated_data)
        lines, start = said.pop("services"), said.pop("scheduled_start")
        actor, customer_id = request.actor, request.standing.person_id
        return run(
            request,
            lambda: services.book(actor=actor, customer_id=customer_id, lines=lines, start=start, **said),
            shape=lambda row: changed(row, actor),
            name="book",
            status=201,
        )


class Appointment(APIView):
    """One of one's own appointments."""

    permission = PERMISSION

    @extend_schema(responses={200: AppointmentChangeShape})
    def get(self, request: ActedRequest, id: UUID) -> Response:
        """Read it."""
        return Response({"appointment": _shown(request.actor, id)})

    @extend_schema(request=AmendBody, responses={200: AppointmentChangeShape})
    def put(self, request: ActedRequest, id: UUID) -> Response:
        """Change the words or the time, and keep the rest."""
        actor = request.actor
        body = AmendBody(_shown(actor, id), request.data)
        body.is_valid(raise_exception=True)
        with telling(lambda: now(actor, id)):
            return run(
                request,
                lambda: services.amend(actor=actor, appointment_id=id, **body.validated_data),
                shape=lambda row: changed(row, actor),
                name="amend",
            )

    @extend_schema(request=None, responses={200: AppointmentChangeShape})
    def delete(self, request: ActedRequest, id: UUID) -> Response:
        """Cancel it before it begins."""
        actor = request.actor
        _shown(actor, id)
        with telling(lambda: now(actor, id)):
            return run(
                request,
                lambda: services.cancel(actor=actor, appointment_id=id),
                shape=lambda row: changed(row, actor),
                name="cancel",
            )


def _shown(actor: Actor, id: UUID) -> dict[str, object]:
    row = owned_by(actor).select_related("center").filter(pk=id).first()
    if row is None:
        raise NotFound()
    return view(row, actor)
